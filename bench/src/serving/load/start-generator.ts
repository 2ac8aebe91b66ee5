import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Load, LoadFigures } from "./load.ts";

const script = fileURLToPath(new URL("./generator-process.ts", import.meta.url));

export interface Generator {
  /** One at a time. Rejects on a wrong answer. */
  run(load: Load): Promise<LoadFigures>;
  stop(): void;
}

/** Starts the process that asks. */
export function startGenerator(): Generator {
  const child = fork(script, { serialization: "advanced" });
  return {
    async run(load) {
      child.send(load);
      const [{ figures, failure }] = (await once(child, "message")) as [
        { figures?: LoadFigures; failure?: string },
      ];
      if (!figures) throw new Error(failure);
      return figures;
    },
    stop: () => child.disconnect(),
  };
}
