import { assetKey } from "@letterpress/api/content/source-keys";

const addresses = /\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//g;

/** The sources of an answer, and the assets whose addresses are in it, wherever: what is said of a picture stands beside them. */
export function withAssetSources(sources: ReadonlySet<string>, body: string): ReadonlySet<string> {
  // A tenth of the time, and most answers have none.
  if (!body.includes("/media/")) return sources;
  return new Set([...sources, ...Array.from(body.matchAll(addresses), ([, id = ""]) => assetKey(id))]);
}
