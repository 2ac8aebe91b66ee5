import type { Actor } from "./actor.ts";

export const roles = ["owner", "admin", "editor", "author", "contributor"] as const;

export type Role = (typeof roles)[number];

export const apiKeyScopes = ["read", "write"] as const;

/** `read` sees what editors see, drafts included; `write` does what an editor does. */
export type ApiKeyScope = (typeof apiKeyScopes)[number];

/**
 * What a procedure may ask for. `public` is everybody; `session` everybody who could have one, which API keys cannot;
 * `signedIn` any user. The others are held by roles, and some of them by API keys.
 */
export type Permission =
  | "public"
  | "session"
  | "signedIn"
  | "entries.read"
  | "entries.write"
  | "entries.publish"
  | "entries.delete"
  | "entries.review"
  | "entries.assign"
  | "comments.write"
  | "releases.manage"
  | "redirects.manage"
  | "events.read"
  | "assets.read"
  | "assets.write"
  | "assets.delete"
  | "apiKeys.manage";

type NamedPermission = Exclude<Permission, "public" | "session" | "signedIn">;

const contributor: NamedPermission[] = [
  "entries.read",
  "entries.write",
  "comments.write",
  "assets.read",
  "assets.write",
];
const author: NamedPermission[] = [...contributor, "entries.publish", "entries.delete"];
const editor: NamedPermission[] = [
  ...author,
  "entries.review",
  "entries.assign",
  "releases.manage",
  "redirects.manage",
  "events.read",
  "assets.delete",
];
const admin: NamedPermission[] = [...editor, "apiKeys.manage"];

const held: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(admin),
  admin: new Set(admin),
  editor: new Set(editor),
  author: new Set(author),
  contributor: new Set(contributor),
};

const heldByKeys: Record<ApiKeyScope, ReadonlySet<Permission>> = {
  read: new Set<NamedPermission>(["entries.read", "assets.read"]),
  write: held.editor,
};

export function isAllowed(actor: Actor, permission: Permission): boolean {
  if (permission === "public" || actor.kind === "system") return true;
  if (actor.kind === "apiKey") return heldByKeys[actor.scope].has(permission);
  if (permission === "session") return true;
  if (actor.kind === "nobody") return false;
  return permission === "signedIn" || held[actor.role].has(permission);
}

/** Authors and contributors see and change the entries and assets that they made; the others all of them. */
export function isLimitedToOwn(actor: Actor): boolean {
  return actor.kind === "user" && (actor.role === "author" || actor.role === "contributor");
}
