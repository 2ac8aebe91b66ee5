import { enableCompileCache } from "node:module";
import { join } from "node:path";

// A third less work to start: types are stripped and code is compiled once, not by each process. Where the folder cannot
// be written it goes without.
enableCompileCache(join(import.meta.dirname, "../../../node_modules/.cache/letterpress"));

const { runPublication } = await import("./run-publication.ts");
await runPublication(async () => {
  const { ownContent } = await import("./own-content.ts");
  return {
    ...ownContent,
    createExample: async (...start) =>
      (await import("./example-publication.ts")).createExamplePublication(...start),
  };
});
