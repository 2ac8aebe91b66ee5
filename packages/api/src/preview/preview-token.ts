import { createHmac, timingSafeEqual } from "node:crypto";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";

/** What a preview link shows. */
export interface PreviewClaim {
  type: string;
  id: string;
  expiresAt: Date;
  /** The user whose drafts are the only ones that it may show beside the entry; `null` where it may show any. */
  onlyOf: string | null;
}

/** In the order of the claim, the time in seconds. */
const payloadSchema = z.tuple([z.string(), uuid(), z.int().min(0).max(8.64e12), uuid().nullable()]);

/** Makes the token of a preview link: the claim in plain text, signed. */
export function signPreview(key: Uint8Array, { type, id, expiresAt, onlyOf }: PreviewClaim): string {
  const claim = JSON.stringify([type, id, Math.floor(expiresAt.getTime() / 1000), onlyOf]);
  const payload = Buffer.from(claim).toString("base64url");
  return `${payload}.${signatureOf(key, payload)}`;
}

/** The claim of a token; `null` for anything that {@link signPreview} did not make with this key. */
export function readPreview(key: Uint8Array, token: string): PreviewClaim | null {
  const [payload = "", signature = "", ...rest] = token.split(".", 3);
  const given = Buffer.from(signature);
  const expected = Buffer.from(signatureOf(key, payload));
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const result = payloadSchema.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString()));
  if (!result.success) return null;
  const [type, id, seconds, onlyOf] = result.data;
  return { type, id, expiresAt: new Date(seconds * 1000), onlyOf };
}

function signatureOf(key: Uint8Array, payload: string): string {
  return createHmac("sha256", key).update(`preview.${payload}`).digest("base64url");
}
