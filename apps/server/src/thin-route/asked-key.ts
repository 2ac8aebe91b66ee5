import type { AskedQuery } from "./asked-query.ts";

/** Names what a query asks for, however its input is spelled: members of objects in order, and no white space. */
export function askedKey({ path, input }: AskedQuery): string {
  return `trpc ${path} ${JSON.stringify(input, inOrder) ?? ""}`;
}

function inOrder(_name: string, value: unknown): unknown {
  // JSON can write 1e400, but not what it is read as. No text has this character, see check-envelope.ts.
  if (typeof value === "number" && !Number.isFinite(value)) return `\0${value}`;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
