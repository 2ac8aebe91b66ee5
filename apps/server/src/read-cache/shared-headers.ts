import { securityHeadersOf } from "../plugins/security-headers.ts";

const { "x-request-id": _ofOneRequest, ...security } = securityHeadersOf("");

let last: { of: Record<string, string>; shared: Record<string, string> } | undefined;

/**
 * The headers of an answer that anybody may keep, but must ask after each time: what is unpublished is not to be shown
 * again. The answers of all queries have the same object, which nobody changes, and share what is made of it; a page has its own.
 */
export function sharedHeaders(headers: Record<string, string>): Record<string, string> {
  if (last?.of !== headers)
    last = {
      of: headers,
      shared: { ...security, ...headers, "cache-control": "public, no-cache, max-age=0" },
    };
  return last.shared;
}
