import type { ReaderResponse } from "../reader-request.ts";

/** Sends readers to the right address: a path that starts with one slash, or an address elsewhere. */
export function redirectTo(address: string): ReaderResponse {
  return {
    status: 301,
    contentType: "text/plain; charset=utf-8",
    body: `Moved to ${address}\n`,
    location: address,
  };
}
