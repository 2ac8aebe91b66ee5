import type { ScheduleFailure } from "../entries/entry.ts";
import type { LetterpressError } from "../errors.ts";

/** What is told at most of what is wrong: a failure is a line in a list. */
const told = 3;

/** An error as one sentence or two, for whoever looks at it later: with what its details say to change. */
export function toFailure({ errorCode: code, message, details }: LetterpressError): ScheduleFailure {
  const more = [...issuesIn(details), ...problemsIn(details)];
  const rest = more.length > told ? ` And ${more.length - told} more.` : "";
  return { code, message: [message, ...more.slice(0, told)].join(" ") + rest };
}

function issuesIn(details: object): string[] {
  if (!("issues" in details)) return [];
  return (details.issues as { path: string; message: string }[]).map(({ path, message }) =>
    path === "" ? message : `${path.replace(/^fields\./, "")}: ${message}`,
  );
}

function problemsIn(details: object): string[] {
  if (!("problems" in details)) return [];
  return (details.problems as { title: string; message: string }[]).map(
    ({ title, message }) => `“${title}”: ${message}`,
  );
}
