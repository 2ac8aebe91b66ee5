import { slugify } from "../entries/slugify.ts";

/** A valid slug from a title or from WordPress's percent-encoded `post_name`; empty if nothing in it can be one. */
export function slugFrom(text: string): string {
  // Invisible marks are inside words, not between them.
  return slugify(decodePercent(text).replace(/\p{Cf}/gu, ""));
}

function decodePercent(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) =>
    Buffer.from(escapes.replaceAll("%", ""), "hex").toString("utf8"),
  );
}
