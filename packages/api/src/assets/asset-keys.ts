import { originalUrl } from "./asset.ts";

interface AssetFiles {
  id: string;
  mimeType: string;
  /** As the row has them: null for files that are no pictures. */
  variants: unknown;
}

/** The keys that storage keeps the files of an asset under, the original first. */
export function assetKeys({ id, mimeType, variants }: AssetFiles): string[] {
  const urls = ((variants ?? []) as { url: string }[]).map(({ url }) => url);
  return [originalUrl(id, mimeType), ...urls].map(keyOf);
}

/** The key of a file that is served at this address. */
function keyOf(url: string): string {
  return url.slice("/media/".length);
}
