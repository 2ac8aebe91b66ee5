import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { ErrorCapturingSqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";

// Node has it, but its types come with the DOM's.
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

let instantiated: Promise<void> | undefined;

/**
 * Prisma's schema engine, running in this process on connections that `adapter` makes. `datamodels` are the
 * schema files, as [name, text]. The WebAssembly module is 5 MB: import this file only when there is work for it.
 */
export async function createSchemaEngine(
  adapter: ErrorCapturingSqlMigrationAwareDriverAdapterFactory,
  datamodels: [string, string][],
): Promise<SchemaEngine> {
  instantiated ??= instantiate();
  await instantiated;
  const ignoreLog = () => undefined;
  return engineModule.SchemaEngine.new({ datamodels }, ignoreLog, adapter);
}

// The package's own entry file imports the .wasm as an ES module, which Node does only behind a warning.
async function instantiate(): Promise<void> {
  // Where the engine reports its panics; Prisma's command line sets this, too.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: fail } });
  const entryFile = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = await readFile(join(entryFile, "..", "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": { ...engineModule, ...unreferencedTimers() },
  });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

function fail(message: string): never {
  throw new Error(`Prisma's schema engine broke down: ${message}`);
}

// The engine limits its wait for a lock by a timer of 10 seconds that it never clears: a process that is done would
// stay for the rest of it.
function unreferencedTimers(): Record<string, (run: () => void, ms: number) => NodeJS.Timeout> {
  const names = Object.keys(engineModule).filter((name) => name.startsWith("__wbg_setTimeout_"));
  return Object.fromEntries(names.map((name) => [name, (run, ms) => setTimeout(run, ms >>> 0).unref()]));
}
