import type { CallError } from "@letterpress/client";
import type { ReactNode } from "react";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";

/** Why something was not done, beside what was to do it. */
export function ActionProblem({ problem, actions }: { problem: CallError | null; actions?: ReactNode }) {
  // The dialog that asks to sign in again says it all.
  if (!problem || problem.code === "NOT_SIGNED_IN") return null;
  return (
    <Notice tone="danger" actions={actions}>
      <ActionProblemText problem={problem} />
    </Notice>
  );
}

function ActionProblemText({ problem }: { problem: CallError }) {
  switch (problem.code) {
    case "ENTRY_STALE":
      return (
        <p>Somebody saved it meanwhile, so nothing was done. Look at what they changed, then try again.</p>
      );
    case "ACTION_NOT_POSSIBLE":
      return <p>This cannot be done any more: somebody else was faster. The page shows how it stands now.</p>;
    case "ENTRY_MISSING":
      return <p>It is not there any more: somebody has moved it to the bin.</p>;
    case "ENTRY_INCOMPLETE":
      return (
        <>
          <p>{problem.message}</p>
          <ul className="mt-1 list-disc pl-5">
            {problem.details.issues.map(({ path, message }) => (
              <li key={path}>{message}</li>
            ))}
          </ul>
        </>
      );
    default:
      return <ProblemText problem={problem} />;
  }
}
