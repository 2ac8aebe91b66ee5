import { hash } from "node:crypto";
import { everythingKey } from "../content/source-keys.ts";

/** On every answer that a CDN may keep: it drops them all. */
export const allTag = "letterpress";

/**
 * Tags of an answer at most. Fastly takes 16 KB of them and Cloudflare 1,000, but a proxy on the way, such as nginx as it
 * comes, takes 4 KB for all headers together. An answer of more sources is dropped by every change.
 */
const tagsMax = 200;

/**
 * What a CDN knows a source key by. Short, as there are many on an answer, in lower case, as Cloudflare knows no other,
 * and no secret. Two sources with one tag would be dropped together, no more.
 */
export function cdnTag(key: string): string {
  return hash("sha256", key, "hex").slice(0, 10);
}

/** The tags of an answer that was made from these. */
export function cdnTags(sources: ReadonlySet<string>): string[] {
  const keys = sources.size >= tagsMax ? [everythingKey] : [...sources];
  return [allTag, ...keys.map(cdnTag)];
}
