import { assetKey } from "@letterpress/api/content/source-keys";
import type { Finished } from "./finished.ts";

const addresses = /\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//g;

/** Adds the assets whose addresses are in an answer, wherever in it: what is said of a picture stands beside them. */
export function withAssetSources(finished: Finished): Finished {
  const { body, sources } = finished;
  if (sources === null) return finished;
  const assets = Array.from(body.matchAll(addresses), ([, id = ""]) => assetKey(id));
  return assets.length === 0 ? finished : { ...finished, sources: new Set([...sources, ...assets]) };
}
