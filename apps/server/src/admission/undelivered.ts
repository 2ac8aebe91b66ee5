import type { ServerResponse } from "node:http";

/** Bytes of answers that their clients have not taken yet. */
const most = 32 * 1024 * 1024;

/**
 * Keeps what waits for slow clients within bounds: an answer that is made has no place among the work any more, but its
 * bytes are in memory until the client takes them. Where they are too many, the connection that has waited longest ends.
 */
export function undelivered() {
  const waiting = new Map<ServerResponse, number>();
  let total = 0;
  const forget = (response: ServerResponse) => {
    total -= waiting.get(response) ?? 0;
    waiting.delete(response);
  };
  return {
    watch(response: ServerResponse): void {
      response.once("prefinish", () => {
        const bytes = response.writableLength;
        if (bytes === 0) return;
        waiting.set(response, bytes);
        total += bytes;
        response.once("close", () => forget(response));
        for (const oldest of waiting.keys()) {
          if (total <= most) break;
          forget(oldest);
          oldest.destroy();
        }
      });
    },
  };
}
