// A process of its own, for its many open files: opens streams of events and keeps them.
import { once } from "node:events";
import { type ClientRequest, get, type IncomingMessage } from "node:http";

interface Wanted {
  port: number;
  /** One stream for each. */
  apiKeys: string[];
}

const atOnce = 50;
const open = new Set<IncomingMessage>();

process.on("message", async ({ port, apiKeys }: Wanted) => {
  const waiting = [...apiKeys];
  const statuses = new Map<number, number>();
  const openNext = async () => {
    for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
      const status = await openStream(port, key);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, openNext));
  process.send?.({ open: open.size, statuses });
});
process.on("disconnect", () => process.exit());

/** The status of the answer; 0 where there was none. */
async function openStream(port: number, key: string): Promise<number> {
  const request: ClientRequest = get({
    port,
    host: "127.0.0.1",
    path: "/trpc/events.subscribe",
    headers: { authorization: `Bearer ${key}`, accept: "text/event-stream" },
    agent: false,
  });
  try {
    const [response] = (await once(request, "response")) as [IncomingMessage];
    response.on("error", () => undefined);
    response.resume();
    if (response.statusCode === 200) {
      open.add(response);
      response.once("close", () => open.delete(response));
    }
    return response.statusCode ?? 0;
  } catch {
    return 0;
  }
}
