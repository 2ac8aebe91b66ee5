import { connect, type Socket } from "node:net";

/** What came back on a connection of one's own; times are in milliseconds. */
export interface RawAnswer {
  status: number;
  head: string;
  body: string;
  took: number;
}

/** A connection that costs the asking side next to nothing, so that what it measures is the server. */
export interface RawClient {
  socket: Socket;
  /** Resolves with the answer to a GET; with the status 0 when the connection ends before. One at a time. */
  get(path: string): Promise<RawAnswer>;
}

export async function rawClient(port: number): Promise<RawClient> {
  const socket = connect(port, "127.0.0.1").setNoDelay();
  socket.on("error", () => undefined);
  await new Promise<void>((resolve) => {
    socket.once("connect", resolve);
    socket.once("close", () => resolve());
  });
  return {
    socket,
    get(path) {
      const { promise, resolve } = Promise.withResolvers<RawAnswer>();
      const start = performance.now();
      let text = "";
      const answer = () => {
        const end = text.indexOf("\r\n\r\n");
        const head = end === -1 ? "" : text.slice(0, end + 2).toLowerCase();
        return {
          status: Number(text.slice(9, 12)),
          head,
          body: text.slice(end + 4),
          took: performance.now() - start,
        };
      };
      const take = (chunk: Buffer) => {
        text += chunk.toString("latin1");
        const { head, body } = answer();
        const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? Number.POSITIVE_INFINITY);
        if (head !== "" && (body.length >= length || body.endsWith("0\r\n\r\n"))) settle();
      };
      const settle = () => {
        socket.off("data", take).off("close", settle);
        resolve(answer());
      };
      socket.on("data", take).once("close", settle);
      if (socket.destroyed) settle();
      else socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      return promise;
    },
  };
}
