import { randomBytes } from "node:crypto";
import type { Deps } from "../deps.ts";
import { tokenHash } from "./token-hash.ts";

/** Makes the secret of a set-up link; `null` once the publication has a user. */
export async function newSetUpToken(deps: Deps): Promise<string | null> {
  if ((await deps.db.user.count()) > 0) return null;
  const token = randomBytes(24).toString("base64url");
  await deps.db.setUpToken.create({ data: { tokenHash: tokenHash(token) } });
  return token;
}
