import { securityHeadersOf } from "../plugins/security-headers.ts";
import { type CdnKind, cdnHeaders } from "./cdn-headers.ts";
import type { Finished } from "./finished.ts";

/**
 * The headers of an answer that anybody may keep, but must ask after each time: what is unpublished is not to be shown
 * again. A CDN that will be told of that need not ask. An answer of this moment alone stays as it is.
 */
export function withSharedHeaders(finished: Finished, cdn: CdnKind | undefined): Finished {
  const { status, sources } = finished;
  if (status !== 200 || sources === null) return finished;
  const { "x-request-id": _ofOneRequest, ...security } = securityHeadersOf("");
  const headers = { ...security, ...finished.headers, "cache-control": "public, no-cache, max-age=0" };
  return { ...finished, headers, ...(cdn === undefined ? {} : { forCdn: cdnHeaders(cdn, sources) }) };
}
