import type { TypeDescription } from "@letterpress/client";
import { fieldName } from "./field-name.ts";

interface PlanIssuesProps {
  type: TypeDescription;
  issues: readonly { path: string; message: string }[];
  onGoTo: (path: string) => void;
}

/** What is still missing, each with the way to it. */
export function PlanIssues({ type, issues, onGoTo }: PlanIssuesProps) {
  return (
    <div className="rounded-md border-l-4 border-danger bg-danger-tint px-4 py-2.5" role="alert">
      <p className="font-semibold">
        {issues.length === 1 ? "One thing is" : `${issues.length} things are`} not ready yet
      </p>
      <ul className="mt-1 flex flex-col">
        {issues.map(({ path, message }) => {
          const name = fieldName(type.fields, path);
          return (
            <li key={`${path} ${message}`}>
              {name !== "" && (
                <button
                  type="button"
                  className="min-h-6 font-semibold underline"
                  onClick={() => onGoTo(path)}
                >
                  {name}
                </button>
              )}{" "}
              {message}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
