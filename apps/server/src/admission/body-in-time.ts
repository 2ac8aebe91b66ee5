import type { IncomingMessage } from "node:http";

/** Milliseconds that any body may take. */
const least = 10_000;
/** Bytes per millisecond that the body must come with: a slow line has as much. */
const pace = 32;

/** Ends the connection where the body of a request does not come at the pace of a slow line: it holds a place meanwhile. */
export function bodyInTime(request: IncomingMessage): void {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  if (encoding === undefined && (length === undefined || length === "0")) return;
  const timer = setTimeout(
    () => {
      if (!request.complete) request.destroy();
    },
    least + Number(length ?? 0) / pace,
  );
  request.once("close", () => clearTimeout(timer));
}
