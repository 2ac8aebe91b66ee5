import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Two builds of one tree: what browsers load (dist/client) and the renderer of the reader site (dist/reader).
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), tailwindcss()],
  appType: "custom",
  ...(isSsrBuild ? rendererBuild : { build: clientBuild }),
}));

const rendererBuild = {
  ssr: { noExternal: true as const },
  // React has two faces: without this both are built in, and the slow one answers wherever NODE_ENV is not set.
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    outDir: "dist/reader",
    rolldownOptions: {
      input: "src/reader/render-page.tsx",
      // One file: the server loads it once, and nothing of React is looked up at run time.
      output: { codeSplitting: false },
    },
  },
};

const clientBuild = {
  outDir: "dist/client",
  manifest: "manifest.json",
  // What these lack (`light-dark`, `:dir`) would be written out in a page's own styles, a kilobyte more in each.
  cssTarget: ["chrome123", "firefox120", "safari17.5", "ios17.5"],
  rolldownOptions: {
    input: [
      "studio.html",
      "src/reader/enhance.ts",
      "src/reader/rest.css",
      // What pages carry in themselves, see built-web.ts.
      "src/reader/first-screen/front.css",
      "src/reader/first-screen/listing.css",
      "src/reader/first-screen/article.css",
      "src/reader/first-screen/person.css",
      "src/reader/first-screen/not-found.css",
    ],
  },
};
