import type { TypeDescription } from "@letterpress/client";
import { Link } from "@tanstack/react-router";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { countOf } from "./count-of.ts";
import type { BulkOutcome } from "./do-in-bulk.ts";

interface BulkResultNoticeProps {
  type: TypeDescription;
  /** What has happened to those that it worked for: "published". */
  done: string;
  outcome: BulkOutcome;
  onClose: () => void;
}

/** What a bulk action could not do, and why, entry by entry. */
export function BulkResultNotice({ type, done, outcome, onClose }: BulkResultNoticeProps) {
  const { done: ids, failed, problem } = outcome;
  return (
    <div className="mb-4">
      <Notice tone="danger" actions={<Button onClick={onClose}>Dismiss</Button>}>
        {ids.length > 0 && (
          <p>
            {countOf(type, ids.length)} {ids.length === 1 ? "is" : "are"} {done}.
          </p>
        )}
        {problem && <ProblemText problem={problem} />}
        {failed.length > 0 && (
          <>
            <p className="font-medium">{countOf(type, failed.length)} stayed as before:</p>
            <ul className="mt-1 list-disc pl-5">
              {failed.map(({ id, title, message }) => (
                <li key={id}>
                  <Link
                    to="/entries/$type/$id"
                    params={{ type: type.name, id }}
                    className="inline-block py-0.5 font-medium text-accent underline"
                  >
                    {title || "Untitled"}
                  </Link>
                  : {message}
                </li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    </div>
  );
}
