import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Two builds of one tree: what browsers load (dist/client) and the renderer of the reader site (dist/reader).
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), tailwindcss()],
  appType: "custom",
  build: isSsrBuild
    ? {
        ssr: "src/reader/render-page.tsx",
        outDir: "dist/reader",
        // One file: the server loads it once, and nothing of React is looked up at run time.
        rolldownOptions: { output: { codeSplitting: false } },
      }
    : {
        outDir: "dist/client",
        manifest: "manifest.json",
        rolldownOptions: { input: ["studio.html", "src/reader/reader.css", "src/reader/enhance.ts"] },
      },
  ssr: { noExternal: true },
}));
