import { get } from "node:http";
import { buffer } from "node:stream/consumers";
import type { StoredAnswer } from "./floors/stored-answer.ts";

/** What the server of a connection sets itself. */
const ofConnection = new Set(["date", "connection", "keep-alive", "transfer-encoding", "content-length"]);

/** Asks for an address once, and gives what was answered in the form in which a floor can answer it. */
export async function fetchAnswer(
  port: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<StoredAnswer> {
  const response = await new Promise<import("node:http").IncomingMessage>((resolve, reject) => {
    get({ port, host: "127.0.0.1", path, headers, agent: false }, resolve).on("error", reject);
  });
  const body = await buffer(response);
  if (response.statusCode !== 200)
    throw new Error(`${path} answered ${response.statusCode}: ${body.subarray(0, 300)}`);
  const kept = Object.entries(response.headers).filter(([name]) => !ofConnection.has(name));
  return {
    path,
    headers: {
      ...Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
      "content-length": String(body.length),
    },
    body,
  };
}
