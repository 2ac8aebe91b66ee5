import { type Agent, type IncomingHttpHeaders, request } from "node:http";

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** It came from the cache: an answer that is made carries the id of its request. */
  isKept: boolean;
}

/** Sends a request as it is spelled: `fetch` would tidy its path up, and add headers. */
export function rawRequest(agent: Agent, origin: string, path: string, sent: Record<string, string> = {}) {
  const { hostname, port } = new URL(origin);
  const { ":method": method = "GET", ...headers } = sent;
  return new Promise<RawAnswer>((resolve, reject) => {
    const asked = request({ agent, hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
          isKept: response.headers["x-request-id"] === undefined,
        }),
      );
    });
    asked.on("error", reject).end();
  });
}
