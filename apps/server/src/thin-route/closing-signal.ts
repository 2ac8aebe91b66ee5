import type { ServerResponse } from "node:http";

/** Aborted when the client leaves before it has its answer. */
export function closingSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableEnded) controller.abort();
  });
  return controller.signal;
}
