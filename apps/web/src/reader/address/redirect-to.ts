import type { ReaderResponse } from "../reader-request.ts";

/** Sends readers to the right address. `path` starts with one slash. */
export function redirectTo(path: string): ReaderResponse {
  return {
    status: 301,
    contentType: "text/plain; charset=utf-8",
    body: `Moved to ${path}\n`,
    location: path,
  };
}
