import { createHmac, timingSafeEqual } from "node:crypto";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import type { LinkMaker } from "./link-maker.ts";

/** What a preview link shows. */
export interface PreviewClaim {
  type: string;
  id: string;
  expiresAt: Date;
  /** It shows what they may read by the time that somebody looks. */
  maker: LinkMaker;
}

/** In the order of the claim, the time in seconds. */
const payloadSchema = z.tuple([
  z.string(),
  uuid(),
  z.int().min(0).max(8.64e12),
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.enum(["user", "apiKey"]), id: uuid() }),
    z.strictObject({ kind: z.literal("system") }),
  ]),
]);

/** Makes the token of a preview link: the claim in plain text, signed. */
export function signPreview(key: Uint8Array, { type, id, expiresAt, maker }: PreviewClaim): string {
  const claim = JSON.stringify([type, id, Math.floor(expiresAt.getTime() / 1000), maker]);
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
  const [type, id, seconds, maker] = result.data;
  return { type, id, expiresAt: new Date(seconds * 1000), maker };
}

function signatureOf(key: Uint8Array, payload: string): string {
  return createHmac("sha256", key).update(`preview.${payload}`).digest("base64url");
}
