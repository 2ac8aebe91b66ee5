import type { IncomingMessage } from "node:http";
import { type AskedQuery, askedQuery } from "../thin-route/asked-query.ts";
import { asksPlainly } from "../thin-route/asks-plainly.ts";

/** One subscription, as a request asks for it. */
export interface AskedStream extends AskedQuery {
  /** What an `EventSource` that connects again says that it had last. */
  lastEventId: string | undefined;
}

const plainId = /^\d+$/;

/** What the request asks for, where it surely asks for one of these subscriptions; else `null`, for the stock adapter. */
export function askedStream(
  subscriptions: { has(path: string): boolean },
  request: IncomingMessage,
): AskedStream | null {
  const { url = "", headers, httpVersion } = request;
  // Others have no chunks.
  if (httpVersion !== "1.1" || !asksPlainly(request)) return null;
  const asked = askedQuery(subscriptions, url);
  if (!asked) return null;
  const parameters = new URLSearchParams(url.slice(url.indexOf("?")));
  if (parameters.has("lastEventId") || parameters.has("Last-Event-Id")) return null;
  const lastEventId = headers["last-event-id"] as string | undefined;
  if (lastEventId !== undefined && !plainId.test(lastEventId)) return null;
  return { ...asked, lastEventId };
}
