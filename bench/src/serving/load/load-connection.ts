import { connect, type Socket } from "node:net";
import { type Answer, answerReader } from "./answer-reader.ts";
import type { LoadRequest } from "./load-request.ts";

const bufferSize = 256 * 1024;

export interface LoadConnection {
  /** One at a time. */
  send(request: LoadRequest): void;
  close(): void;
}

interface Events {
  onAnswer: (request: LoadRequest, milliseconds: number) => void;
  onFailure: (error: Error) => void;
}

/** Opens a connection that asks one request after another. A wrong answer is a failure. */
export async function openConnection(port: number, { onAnswer, onFailure }: Events): Promise<LoadConnection> {
  let current: LoadRequest | undefined;
  let since = 0;
  let closed = false;
  const reader = answerReader((answer) => {
    const request = current;
    if (!request) return onFailure(new Error("An answer came that nobody asked for."));
    const problem = problemOf(request, answer);
    if (problem) return onFailure(new Error(`${problem} It was asked:\n${request.wire.slice(0, 500)}`));
    current = undefined;
    onAnswer(request, performance.now() - since);
  });
  // One memory for all that arrives: what is read is looked at at once.
  const buffer = Buffer.allocUnsafe(bufferSize);
  const socket = await new Promise<Socket>((resolve, reject) => {
    const opened: Socket = connect(
      {
        port,
        host: "127.0.0.1",
        noDelay: true,
        onread: {
          buffer,
          callback: (size) => {
            reader.read(buffer.subarray(0, size));
            return true;
          },
        },
      },
      () => resolve(opened),
    );
    opened.on("error", (error) => {
      reject(error);
      onFailure(error);
    });
    opened.on("close", () => {
      // Not by us.
      if (current && !closed) onFailure(new Error("The server has closed a connection."));
    });
  });
  return {
    send(request) {
      current = request;
      reader.expect(request.contains !== undefined);
      since = performance.now();
      socket.write(request.wire, "latin1");
    },
    close() {
      closed = true;
      socket.destroy();
    },
  };
}

function problemOf({ length, contains }: LoadRequest, answer: Answer): string | undefined {
  if (answer.status !== 200)
    return `The answer has status ${answer.status}: ${answer.body?.toString("utf8", 0, 300)}.`;
  if (length !== undefined && answer.length !== length)
    return `The answer has ${answer.length} bytes instead of ${length}.`;
  if (contains !== undefined && !answer.body?.includes(contains))
    return `The answer does not contain ${contains}.`;
  return undefined;
}
