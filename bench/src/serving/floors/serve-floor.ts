import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FloorSetup } from "./stored-answer.ts";

/** Runs a floor in this process: makes it of what the parent sends, and tells its port. It ends with the parent. */
export function serveFloor(create: (setup: FloorSetup) => Promise<Server>): void {
  process.once("message", async (setup: FloorSetup) => {
    const server = await create(setup);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    process.send?.((server.address() as AddressInfo).port);
  });
  process.on("disconnect", () => process.exit());
}
