import type { Worker } from "node:cluster";

/**
 * Ends the connection that a worker was just being given when it was killed. Node waits for the worker to say that it
 * has it, would wait for ever, and so would the client. There is one at most, as the next is given after that word.
 */
export function endLostConnection({ process: child }: Worker): void {
  let given: { close?: () => void } | undefined;
  const send = child.send.bind(child) as (...args: unknown[]) => boolean;
  child.send = (message: unknown, handle?: unknown, ...rest: unknown[]) => {
    if ((message as { act?: string }).act === "newconn") given = handle as typeof given;
    return send(message, handle, ...rest);
  };
  // Where the worker has it, this process has closed its own side, and closing that again does nothing.
  child.once("exit", () => given?.close?.());
}
