import { createExamplePublication } from "./example-publication.ts";
import { ownContent } from "./own-content.ts";
import { runPublication } from "./run-publication.ts";

await runPublication({ ...ownContent, createExample: createExamplePublication });
