import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { defineConfig, type Plugin } from "vite";

// What `npm start` runs: the server and all that it depends on in a few files, which start in two thirds of the time of
// nine hundred. Nothing is made smaller, so that the stacks of errors can be read.
const outDir = join(import.meta.dirname, "dist");

/** What comes with a program of the machine, or finds its own files: it is left where it is installed. */
const leftInPlace = /^(sharp|@node-rs\/argon2|@prisma\/schema-engine-wasm\/.*|vite)$/;

export default defineConfig({
  plugins: [keepPlaces(), copyAtOnce()],
  ssr: { noExternal: true, external: ["pg-native"] },
  build: {
    ssr: "src/main.ts",
    target: "node26",
    outDir,
    rolldownOptions: { output: { entryFileNames: "main.js", chunkFileNames: "[name].js" } },
  },
});

/** What a source file says of its own place stays true in what is built of it. All is relative: folders may move. */
function keepPlaces(): Plugin {
  const fromBuilt = (file: string) => JSON.stringify(relative(outDir, file));
  return {
    name: "keep-places",
    enforce: "pre",
    resolveId(source, importer) {
      if (importer === undefined || !leftInPlace.test(source)) return null;
      return { id: relative(outDir, createRequire(importer).resolve(source)), external: true };
    },
    transform(code, id) {
      if (!/\/(apps|packages)\/[^/]+\/src\//.test(id) || !code.includes("import.meta.")) return null;
      const { resolve } = createRequire(id);
      return code
        .replace(
          /import\.meta\.resolve\("([^"]+)"\)/g,
          (_, what: string) => `new URL(${fromBuilt(resolve(what))}, import.meta.built).href`,
        )
        .replaceAll("import.meta.url", `new URL(${fromBuilt(id)}, import.meta.built).href`)
        .replaceAll("import.meta.dirname", `import.meta.builtTo + "/" + ${fromBuilt(dirname(id))}`)
        .replaceAll("import.meta.builtTo", "import.meta.dirname")
        .replaceAll("import.meta.built", "import.meta.url");
    },
  };
}

/** tRPC is published for older engines, and copies what it calls with, a dozen times for each call, name by name. */
function copyAtOnce(): Plugin {
  return {
    name: "copy-at-once",
    transform(code, id) {
      if (!id.includes("/@trpc/server/")) return null;
      return code.replace(
        /^function _objectSpread2\(e\) \{$.*?^\}$/ms,
        "function _objectSpread2(...parts) {\n\treturn Object.assign(...parts);\n}",
      );
    },
  };
}
