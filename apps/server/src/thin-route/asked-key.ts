import type { AskedQuery } from "./asked-query.ts";

/** Names what a query asks for, however its input is spelled: members of objects in order, and no white space. */
export function askedKey({ path, input }: AskedQuery): string {
  return `trpc ${path} ${JSON.stringify(input, inOrder) ?? ""}`;
}

function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
