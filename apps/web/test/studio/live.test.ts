import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
  vi.unstubAllGlobals();
});

const message = (id: string) => {
  const json = { kind: "event", event: { id, name: "tag.changed", entry: null, details: {} } };
  return `id: ${id}\ndata: ${JSON.stringify({ json })}\n\n`;
};

test("what goes wrong in the page with one event does not keep the next ones from it", async () => {
  const streams: ServerResponse[] = [];
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" }).write(message("1"));
    streams.push(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  // What the stream needs of a browser.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubGlobal("window", { location: { origin } });
  vi.stubGlobal("document", Object.assign(new EventTarget(), { hidden: false }));
  const reported: unknown[] = [];
  vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
  const { startLive } = await import("../../src/studio/connection/live.ts");

  const heard: string[] = [];
  const mistake = new Error("A mistake of the page.");
  closing.push(
    startLive(({ id }) => {
      heard.push(id);
      if (id === "1") throw mistake;
    }),
  );
  await vi.waitFor(() => expect(heard).toEqual(["1"]), 5_000);
  streams[0]?.write(message("2"));
  await vi.waitFor(() => expect(heard).toEqual(["1", "2"]), 5_000);
  expect(reported).toEqual([mistake]);
  expect(streams).toHaveLength(1);
});
