import type { TypeDescription } from "@letterpress/client";
import { Link } from "@tanstack/react-router";
import { failureWords } from "../publishing/failure-words.ts";
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

/** What a bulk action could not do, and why, entry by entry; and what readers miss of what it published. */
export function BulkResultNotice({ type, done, outcome, onClose }: BulkResultNoticeProps) {
  const { done: ids, failed, problem, hidden } = outcome;
  return (
    <div className="mb-4">
      <Notice
        tone={outcome.left.length > 0 ? "danger" : "note"}
        actions={<Button onClick={onClose}>Dismiss</Button>}
      >
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
              {failed.map((failure) => (
                <li key={failure.id}>
                  <EntryLink entry={{ ...failure, type: type.name }} />: {failureWords(type, failure)}
                </li>
              ))}
            </ul>
          </>
        )}
        {hidden.length > 0 && (
          <>
            <p className="font-medium">
              Readers do not see {hidden.length === 1 ? "this" : "these"} yet, and so{" "}
              {hidden.length === 1 ? "it stays" : "they stay"} out of the pages that refer to{" "}
              {hidden.length === 1 ? "it" : "them"}:
            </p>
            <ul className="mt-1 list-disc pl-5">
              {hidden.map((entry) => (
                <li key={entry.id}>
                  <EntryLink entry={entry} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    </div>
  );
}

function EntryLink({ entry: { type, id, title } }: { entry: { type: string; id: string; title: string } }) {
  return (
    <Link
      to="/entries/$type/$id"
      params={{ type, id }}
      className="inline-block py-0.5 font-medium text-accent underline"
    >
      {title || "Untitled"}
    </Link>
  );
}
