import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { MeasuredServer } from "../measured-server.ts";
import type { FloorSetup } from "./stored-answer.ts";

const scripts = {
  bare: new URL("./bare.ts", import.meta.url),
  fastify: new URL("./fastify.ts", import.meta.url),
  trpc: new URL("./trpc.ts", import.meta.url),
};

export type FloorName = keyof typeof scripts;

/** Starts a floor in a process of its own. */
export async function startFloor(name: FloorName, setup: FloorSetup): Promise<MeasuredServer> {
  const child = fork(fileURLToPath(scripts[name]), { serialization: "advanced" });
  const ended = once(child, "exit");
  child.send(setup);
  const [port] = (await Promise.race([
    once(child, "message"),
    ended.then(() => Promise.reject(new Error(`The floor ${name} did not start.`))),
  ])) as [number];
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
