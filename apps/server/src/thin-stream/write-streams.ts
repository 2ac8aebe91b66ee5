import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Following } from "@letterpress/api/events/live-stream";
import { createPings } from "./pings.ts";
import { messageText, ownEvent, restoredId } from "./stream-text.ts";

interface Wording {
  /** Milliseconds. */
  pingEvery: number;
  /** What clients are told of how to connect, as JSON. */
  client: string;
}

/** A stream that has begun. */
export interface OpenStream {
  /** False where it is not taken: then it calls `resume` once there is room. */
  tell(message: object, id: string | undefined, following: Pick<Following, "resume">): boolean;
  /** The stream ends with an error, given as JSON. */
  fail(error: string): void;
}

const headersOfAll = {
  vary: "trpc-accept, accept",
  "content-type": "text/event-stream",
  "cache-control": "private, no-cache, no-transform",
  "x-accel-buffering": "no",
  connection: "keep-alive",
};

/** Writes streams onto responses as tRPC does. */
export function writeStreams({ pingEvery, client }: Wording) {
  const textOf = messageText();
  const connected = ownEvent("connected", client);
  const ping = ownEvent("ping", "");
  // One that still waits to be taken says enough. A client that takes nothing is silent then, and its connection ends;
  // see admission.ts.
  const pings = createPings<Socket>((socket) => {
    if (socket.writableLength === 0) write(socket, ping);
  }, pingEvery);

  return {
    begin(
      response: ServerResponse,
      headers: OutgoingHttpHeaders,
      lastEventId: string | undefined,
    ): OpenStream {
      const { socket } = response;
      if (!socket) throw new Error("The response has no connection yet.");
      let lastId = lastEventId;
      socket.cork();
      response.writeHead(200, { ...headers, ...headersOfAll }).flushHeaders();
      write(socket, connected);
      socket.uncork();
      const endPings = pings.add(socket);
      response.once("close", endPings);
      let isWaiting = false;
      return {
        tell(message, id, following) {
          if (response.writableEnded) return false;
          let hasRoom = write(socket, textOf(message, id ?? (lastId === undefined ? undefined : "")));
          if (id !== undefined) lastId = id;
          else if (lastId !== undefined) hasRoom = write(socket, restoredId(lastId));
          if (hasRoom || isWaiting) return hasRoom;
          isWaiting = true;
          socket.once("drain", () => {
            isWaiting = false;
            following.resume();
          });
          return false;
        },
        fail(error) {
          // The connection may be another response's soon.
          endPings();
          write(socket, ownEvent("serialized-error", error));
          response.end();
        },
      };
    },
  };
}

/**
 * Writes a chunk past the response, which would make three pieces of it for each of thousands of streams. False where the
 * client takes no more for now.
 */
function write(socket: Socket, chunk: Buffer): boolean {
  return socket.writable && socket.write(chunk);
}
