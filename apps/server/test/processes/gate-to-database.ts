import { createConnection, createServer, type Socket } from "node:net";

/** What becomes of the connections that a server listens to signals on. */
type State = "open" | "silent" | "closed";

/**
 * A way to PostgreSQL on a port of its own, which can be shut for the connection that listens, and for that one alone:
 * cut off, or silent as when a cable is pulled.
 */
export async function gateToDatabase(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const listening = new Set<Socket>();
  let state: State = "open";
  const server = createServer((client) => {
    const upstream = createConnection(Number(target.port || 5432), target.hostname);
    let isSignals = false;
    for (const socket of [client, upstream]) socket.on("error", () => undefined);
    client.once("close", () => upstream.destroy());
    upstream.once("close", () => client.destroy());
    client.on("data", (bytes) => {
      // The first message names the program, see createSignals.
      if (bytes.includes("letterpress signals")) {
        isSignals = true;
        listening.add(client);
        client.once("close", () => listening.delete(client));
        if (state === "closed") client.destroy();
      }
      if (!isSignals || state === "open") upstream.write(bytes);
    });
    upstream.on("data", (bytes) => {
      if (!isSignals || state === "open") client.write(bytes);
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = new URL(databaseUrl);
  // Each connection then says itself what it is for.
  url.searchParams.delete("application_name");
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    set(next: State) {
      state = next;
      // What was silent cannot go on where it stopped.
      if (next !== "silent") for (const client of listening) client.destroy();
    },
    close: () => server.close(),
  };
}
