import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { answeredWithin, fetchInTime } from "../../src/studio/connection/fetch-in-time.ts";

// A server that begins to answer, or not even that, and never ends.
const server = createServer((request, response) => {
  if (request.url === "/half") response.write("half of it");
});
let url: string;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => void vi.useRealTimers());

it("a call that is never answered fails in time", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const asked = once(server, "request");
  const call = fetchInTime(`${url}/never`, { method: "POST", body: "{}" });
  const failed = expect(call).rejects.toThrow(/abort/i);
  await asked;
  vi.advanceTimersByTime(answeredWithin);
  await failed;
});

it("so does one whose answer stops half way", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const response = await fetchInTime(`${url}/half`);
  const failed = expect(response.text()).rejects.toThrow(/abort/i);
  vi.advanceTimersByTime(answeredWithin);
  await failed;
});

it("an upload takes as long as it takes", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const asked = once(server, "request");
  const own = new AbortController();
  const upload = fetchInTime(`${url}/never`, { method: "POST", body: new Blob(["x"]), signal: own.signal });
  const failed = expect(upload).rejects.toThrow("enough waited");
  await asked;
  vi.advanceTimersByTime(answeredWithin);
  own.abort(new Error("enough waited"));
  await failed;
});
