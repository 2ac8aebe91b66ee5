import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { consumerSource } from "./consumer-source.ts";
import { contentSource, mixedTypes } from "./content-source.ts";
import { rollClient } from "./roll-client.ts";

/** An app outside the repository with the client of 50 content types installed. */
export interface LaidOut extends AsyncDisposable {
  /** The app's. */
  folder: string;
  /** The client's types. */
  declarations: string;
}

/** Lays it out in a temporary folder, which disposing deletes. */
export async function layOut(): Promise<LaidOut> {
  const temporary = await mkdtemp(join(tmpdir(), "letterpress-bench-types-"));
  try {
    const types = mixedTypes();
    const dist = await rollClient(join(temporary, "press"), contentSource(types));
    const folder = join(temporary, "app");
    const installed = join(folder, "node_modules/@letterpress/client");
    await mkdir(installed, { recursive: true });
    const manifest = { name: "@letterpress/client", version: "1.0.0", type: "module" };
    const exports = { ".": { types: "./index.d.ts", default: "./index.js" } };
    await writeFile(join(installed, "package.json"), JSON.stringify({ ...manifest, exports }));
    for (const file of ["index.js", "index.d.ts"]) await copyFile(join(dist, file), join(installed, file));
    await writeFile(join(folder, "package.json"), '{ "name": "app", "type": "module" }');
    await writeFile(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: ["program.ts"] }),
    );
    await writeFile(join(folder, "program.ts"), consumerSource(types));
    return { folder, declarations: join(installed, "index.d.ts"), [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }

  function remove() {
    return rm(temporary, { recursive: true, force: true });
  }
}

/** As `tsc --init` and the web frameworks have it. */
const compilerOptions = {
  target: "es2023",
  lib: ["es2023", "dom"],
  module: "preserve",
  moduleResolution: "bundler",
  types: [],
  strict: true,
  skipLibCheck: false,
};
