// A process of its own: what generates load must not share a core with what is measured, nor its event loop.
import type { Load } from "./load.ts";
import { runLoad } from "./run-load.ts";

process.on("message", (load: Load) => {
  runLoad(load).then(
    (figures) => process.send?.({ figures }),
    (error: Error) => process.send?.({ failure: error.message }),
  );
});
process.on("disconnect", () => process.exit());
