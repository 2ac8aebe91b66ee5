import type { CallError } from "@letterpress/client";
import { Link } from "@tanstack/react-router";

/** What a failed call tells a person: what is wrong, what to do, and where the server's log tells more. */
export function ProblemText({ problem }: { problem: CallError }) {
  switch (problem.code) {
    case "TOO_MANY_ATTEMPTS":
      return <p>Too many attempts. Try again in {waitingTime(problem.details.retryAfterSeconds)}.</p>;
    case "UPLOAD_TOO_LARGE":
      return (
        <p>This file is too large. At most {Math.floor(problem.details.maxBytes / 1_000_000)} MB fit.</p>
      );
    case "UPLOAD_NOT_ACCEPTED":
      return (
        <p>
          This is a file of the kind {problem.details.mimeType}. Taken here:{" "}
          {problem.details.accept.join(", ")}.
        </p>
      );
    case "SLUG_TAKEN":
      return <p>Another entry has the address “{problem.details.slug}”: choose a different one.</p>;
    case "ENTRY_REFERENCED":
    case "ASSET_IN_USE":
      return <UsedBy message={problem.message} by={problem.details.by} />;
    case "INTERNAL":
      return (
        <p>
          Something went wrong on the server; nothing was changed. Try again, and if it stays, give the
          operator this request id: <code className="select-all font-semibold">{problem.requestId}</code>
        </p>
      );
    case "BAD_INPUT":
      return <p>{problem.details.issues.map((issue) => issue.message).join(" ") || problem.message}</p>;
    default:
      return <p>{problem.message}</p>;
  }
}

function UsedBy({ message, by }: { message: string; by: { type: string; id: string; title: string }[] }) {
  return (
    <>
      <p>{message}</p>
      <ul className="mt-1 list-disc pl-5">
        {by.map(({ type, id, title }) => (
          <li key={id}>
            <Link
              to="/entries/$type/$id"
              params={{ type, id }}
              className="inline-block py-0.5 font-medium text-accent underline"
            >
              {title || "Untitled"}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function waitingTime(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.ceil(seconds))} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
