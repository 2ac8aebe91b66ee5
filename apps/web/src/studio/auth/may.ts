import type { Me } from "@letterpress/client";

type Deed = "publish" | "deleteEntries" | "deleteAssets" | "manageKeys";

/**
 * What the Studio offers to a role. It only spares people from buttons that would not work: the server decides by its
 * own list.
 */
export function may(role: Me["role"], deed: Deed): boolean {
  if (deed === "manageKeys") return role === "owner" || role === "admin";
  if (role === "contributor") return false;
  return deed !== "deleteAssets" || role !== "author";
}

/** Authors and contributors see only entries that they made. */
export function seesOnlyOwn(role: Me["role"]): boolean {
  return role === "author" || role === "contributor";
}
