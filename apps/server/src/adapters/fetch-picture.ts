import type { FetchPicture } from "@letterpress/api/import-wordpress/import-pictures";

const maxBytes = 20 * 1024 * 1024;
const patience = 10_000;

/**
 * Fetches pictures over HTTP, up to 20 MiB and ten seconds each. A host that cannot be reached is not asked again: an
 * export of a site that is gone names thousands of its pictures.
 */
export function pictureFetcher(): FetchPicture {
  const unreachable = new Set<string>();
  return async (url) => {
    if (!URL.canParse(url)) return undefined;
    const { host, protocol } = new URL(url);
    if (unreachable.has(host) || !/^https?:$/.test(protocol)) return undefined;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
      if (!response.ok || Number(response.headers.get("content-length") ?? 0) > maxBytes) return undefined;
      const bytes = await response.bytes();
      return bytes.byteLength > maxBytes ? undefined : bytes;
    } catch {
      unreachable.add(host);
      return undefined;
    }
  };
}
