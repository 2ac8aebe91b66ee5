import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a request is nobody's: without a session, a key or a preview link. Only these may be answered with what others
 * were answered, and what they are answered may be kept. Cookies of other programs mean nothing here.
 */
export function isAnonymous(headers: IncomingHttpHeaders): boolean {
  return (
    headers.authorization === undefined &&
    headers["letterpress-preview"] === undefined &&
    headers["letterpress-user"] === undefined &&
    !(headers.cookie?.includes("letterpress") ?? false)
  );
}
