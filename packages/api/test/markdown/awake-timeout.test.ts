import { once } from "node:events";
import { expect, test } from "vitest";
import { awakeTimeout } from "../../src/markdown/awake-timeout.ts";

const standStill = (milliseconds: number) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

test("a limit does not end while the process stands still: the answer that came meanwhile is heard", async () => {
  const { port1, port2 } = new MessageChannel();
  const { signal, stop } = awakeTimeout(500);
  const answer = once(port1, "message", { signal });
  port2.postMessage("here");
  standStill(1_000);
  expect(await answer).toMatchObject(["here"]);
  stop();
  port1.close();
});

test("a limit ends when its time is over", async () => {
  const { port1 } = new MessageChannel();
  const began = performance.now();
  await expect(once(port1, "message", { signal: awakeTimeout(200).signal })).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(performance.now() - began).toBeGreaterThan(150);
  port1.close();
});
