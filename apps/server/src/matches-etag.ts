/**
 * Whether a caller has these bytes already (RFC 9110, 13.1.2): `If-None-Match` may list several tags, and a proxy that
 * compresses marks them as weak.
 */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
