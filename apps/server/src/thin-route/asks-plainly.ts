import type { IncomingMessage } from "node:http";

/** Whether a request has none of the headers by which tRPC answers a GET of a query in another way, or not at all. */
export function asksPlainly({ method, headers }: IncomingMessage): boolean {
  return (
    method === "GET" &&
    headers["content-type"] === undefined &&
    headers["trpc-accept"] === undefined &&
    !headers.accept?.includes("jsonl") &&
    // tRPC reads the whole address, the host included.
    (headers.host === undefined || URL.canParse(`http://${headers.host}`))
  );
}
