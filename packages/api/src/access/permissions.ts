import type { Actor } from "./actor.ts";

export const roles = ["owner", "admin", "editor", "author", "contributor"] as const;

export type Role = (typeof roles)[number];

/** What a procedure may ask for. `public` is everybody, `signedIn` any user; the others are held by roles. */
export type Permission =
  | "public"
  | "signedIn"
  | "entries.read"
  | "entries.write"
  | "entries.publish"
  | "entries.delete"
  | "assets.read"
  | "assets.write"
  | "assets.delete";

type NamedPermission = Exclude<Permission, "public" | "signedIn">;

const contributor: NamedPermission[] = ["entries.read", "entries.write", "assets.read", "assets.write"];
const author: NamedPermission[] = [...contributor, "entries.publish", "entries.delete"];
const editor: NamedPermission[] = [...author, "assets.delete"];

const held: Record<Role, ReadonlySet<NamedPermission>> = {
  owner: new Set(editor),
  admin: new Set(editor),
  editor: new Set(editor),
  author: new Set(author),
  contributor: new Set(contributor),
};

export function isAllowed(actor: Actor, permission: Permission): boolean {
  if (permission === "public" || actor.kind === "system") return true;
  if (actor.kind === "nobody") return false;
  return permission === "signedIn" || held[actor.role].has(permission);
}

/** Authors and contributors see and change the entries and assets that they made; the others all of them. */
export function isLimitedToOwn(actor: Actor): boolean {
  return actor.kind === "user" && (actor.role === "author" || actor.role === "contributor");
}
