/** One request of a load, and what its answer has to be. */
export interface LoadRequest {
  /** As it goes over the wire, in Latin-1. */
  wire: string;
  /** Bytes that the body of the answer has; not looked at unless given. */
  length?: number;
  /** Text that the body has, when it is not compressed; not looked at unless given. */
  contains?: string;
}

/** A GET over a connection that stays open. */
export function getRequest(path: string, headers: Record<string, string> = {}): string {
  return request("GET", path, headers, "");
}

/** A mutation with an API key. `body` is JSON. */
export function postRequest(path: string, apiKey: string, body: string): string {
  const length = String(Buffer.byteLength(body));
  const headers = {
    authorization: `Bearer ${apiKey}`,
    "content-type": "application/json",
    "content-length": length,
  };
  return request("POST", path, headers, body);
}

function request(method: string, path: string, headers: Record<string, string>, body: string): string {
  const lines = Object.entries({ host: "127.0.0.1", ...headers }).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}
