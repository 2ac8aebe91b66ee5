import type { Actor } from "../access/actor.ts";
import { isAllowed } from "../access/permissions.ts";
import { fail } from "../errors.ts";

/** Fails unless the actor may upload; asked before the first byte of an upload is taken. */
export function requireMayUpload(actor: Actor): void {
  if (isAllowed(actor, "assets.write")) return;
  if (actor.kind === "nobody") fail("NOT_SIGNED_IN");
  fail("NOT_ALLOWED", { permission: "assets.write" });
}
