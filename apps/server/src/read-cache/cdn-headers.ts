import { cdnTags } from "@letterpress/api/cdn/cdn-tags";

/** A CDN that can be told what has changed. */
export type CdnKind = "fastly" | "cloudflare";

/**
 * Seconds that a CDN may keep what nobody has purged. It asks again with the tag that it has, so longer would save next
 * to nothing; and whatever a purge may ever miss is gone after an hour.
 */
const keptFor = 3_600;

/**
 * What tells a CDN, and nobody else, that it may keep an answer, and by which tags it will be told to drop it. Caches
 * that nobody purges go on by `cache-control`, so it does not say `s-maxage`. Both CDNs take these headers off.
 */
export function cdnHeaders(cdn: CdnKind, sources: ReadonlySet<string>): Record<string, string> {
  const control =
    cdn === "fastly"
      ? { "surrogate-control": `max-age=${keptFor}` }
      : { "cloudflare-cdn-cache-control": `public, max-age=${keptFor}` };
  return { ...control, ...tagHeader(cdn, sources) };
}

/** The tags alone, of what anybody may keep. */
export function tagHeader(cdn: CdnKind, sources: ReadonlySet<string>): Record<string, string> {
  const tags = cdnTags(sources);
  return cdn === "fastly" ? { "surrogate-key": tags.join(" ") } : { "cache-tag": tags.join(",") };
}
