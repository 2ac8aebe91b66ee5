import { createHash } from "node:crypto";

/** What the database keeps of a token: SHA-256 in hex. Tokens are random, so no salt is needed. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
