import { enableCompileCache } from "node:module";
import { join } from "node:path";

// A third less work to start: types are stripped and code is compiled once, not by each process. Where the folder cannot
// be written it goes without.
enableCompileCache(join(import.meta.dirname, "../../../node_modules/.cache/letterpress"));

const [{ createExamplePublication }, { ownContent }, { runPublication }] = await Promise.all([
  import("./example-publication.ts"),
  import("./own-content.ts"),
  import("./run-publication.ts"),
]);
await runPublication({ ...ownContent, createExample: createExamplePublication });
