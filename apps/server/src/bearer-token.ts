import type { IncomingMessage } from "node:http";

/**
 * The API key that a request carries, as it was written: `authorization: Bearer lp_…` (RFC 6750). Other schemes belong
 * to whatever stands in front of this server.
 */
export function bearerToken({
  headers: { authorization },
}: Pick<IncomingMessage, "headers">): string | undefined {
  const [scheme, ...rest] = (authorization ?? "").split(" ");
  return scheme?.toLowerCase() === "bearer" ? rest.join(" ").trim() : undefined;
}
