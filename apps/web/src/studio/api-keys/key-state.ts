import type { ApiKey } from "./api-keys-query.ts";

/** Whether a key still works, and if not, why. */
export function keyState({ revokedAt, expiresAt }: ApiKey, now: Date): "active" | "expired" | "revoked" {
  if (revokedAt) return "revoked";
  return expiresAt && expiresAt <= now ? "expired" : "active";
}
