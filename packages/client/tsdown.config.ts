import { createRequire } from "node:module";
import { defineConfig } from "tsdown";

const tsc = createRequire(import.meta.url)
  .resolve("typescript/package.json")
  .replace("package.json", "bin/tsc");
const bundled =
  /^(@letterpress\/(api|content|model)|@trpc\/(client|server)|eventsource-parser|superjson|copy-anything|is-what)(\/|$)/;

export default defineConfig({
  entry: "src/index.ts",
  tsconfig: "../../tsconfig.client.json",
  platform: "neutral",
  target: "es2022",
  deps: {
    // One file of code and one of types, without a single import: what other apps install has no dependencies.
    alwaysBundle: [bundled],
    // No type of anything else may reach another app. An import that is left fails the package's test.
    neverBundle: (id) => !bundled.test(id) && !/^[./]/.test(id),
    onlyBundle: false,
  },
  minify: true,
  dts: { tsgo: { path: tsc } },
});
