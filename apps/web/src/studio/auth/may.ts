import type { Me } from "@letterpress/client";

type Action =
  | "publish"
  | "deleteEntries"
  | "review"
  | "assign"
  | "manageReleases"
  | "manageRedirects"
  | "deleteAssets"
  | "manageKeys";

/** What an author does with their own entries, and a contributor does not: but drafts of their own, they may put into the bin. */
const ofAuthors: readonly Action[] = ["publish", "deleteEntries"];

/**
 * What the Studio offers to a role. It only spares people from buttons that would not work: the server decides by its
 * own list.
 */
export function may(role: Me["role"], action: Action): boolean {
  if (action === "manageKeys") return role === "owner" || role === "admin";
  if (role === "contributor") return false;
  return role !== "author" || ofAuthors.includes(action);
}

/** Authors and contributors see only entries that they made or that are assigned to them. */
export function seesOnlyOwn(role: Me["role"]): boolean {
  return role === "author" || role === "contributor";
}
