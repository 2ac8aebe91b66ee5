import { randomBytes } from "node:crypto";
import type { Deps } from "../deps.ts";
import { hasOwner } from "./has-owner.ts";
import { tokenHash } from "./token-hash.ts";

/** Makes the secret of a set-up link; `null` once the publication has an owner. */
export async function newSetUpToken(deps: Deps): Promise<string | null> {
  if (await hasOwner(deps.db)) return null;
  const token = randomBytes(24).toString("base64url");
  await deps.db.setUpToken.create({ data: { tokenHash: tokenHash(token) } });
  return token;
}
