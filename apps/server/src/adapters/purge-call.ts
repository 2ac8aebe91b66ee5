import { PurgeRefused } from "@letterpress/api/cdn/purge-port";

interface PurgeCall {
  url: string;
  patience: number;
  headers: Record<string, string>;
  body?: object;
}

/** Milliseconds that a CDN may take for one call. */
export const usualPatience = 5_000;
/** Longest time that one may put us off, in milliseconds. */
const longestRetryAfter = 60 * 60 * 1_000;
/** Of what a CDN says is wrong, this many characters go to the log. */
const reasonMax = 300;

/** Calls the interface of a CDN. Throws what `PurgePort.purge` throws. */
export async function purgeCall(
  { url, patience, headers, body }: PurgeCall,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      accept: "application/json",
      ...headers,
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    // The token is for this address and no other.
    redirect: "error",
    signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
  });
  const text = await response.text();
  if (response.ok && !/"success":\s*false/.test(text)) return;
  const reason = text.replaceAll(/\s+/g, " ").slice(0, reasonMax);
  throw new PurgeRefused(
    `The CDN answered ${response.status}: ${reason}${adviceOn(response.status)}`,
    retryAfter(response.headers.get("retry-after")),
  );
}

function adviceOn(status: number): string {
  if (status === 401 || status === 403) return " (check CDN_PURGE_TOKEN, and that it may purge)";
  if (status === 404) return " (check CDN_PURGE_ID and CDN_PURGE_URL)";
  return "";
}

/** In milliseconds; the header names seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.min(longestRetryAfter, milliseconds);
}
