/**
 * An id for an entry that is to be made: a UUID of version 7, which sorts by time as the server's own do. Not
 * `crypto.randomUUID`, which is not there outside of HTTPS.
 */
export function newEntryId(now = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const time = now.toString(16).padStart(12, "0");
  const variant = (8 + ((random[2] ?? 0) % 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(5, 8)}-${hex.slice(8)}`;
}
