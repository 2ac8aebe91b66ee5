import { readFile } from "node:fs/promises";
import type { ReaderAssets, RenderPage } from "@letterpress/web/reader-request";
import { readerPolicy, studioPolicy } from "./content-security-policy.ts";
import type { Web } from "./web.ts";

const buildFolder = new URL("dist/", import.meta.resolve("@letterpress/web/package.json"));

/** The folder of what browsers load. */
export const builtClientFolder = new URL("client/", buildFolder);

interface ManifestEntry {
  file: string;
  css?: string[];
  assets?: string[];
}

/** The pages and the Studio as `npm start` built them. */
export async function builtWeb(): Promise<Web> {
  const read = (path: string) => readFile(new URL(path, builtClientFolder), "utf8");
  const { renderPage } = (await import(new URL("reader/render-page.js", buildFolder).href)) as {
    renderPage: RenderPage;
  };
  const assets = readerAssets(JSON.parse(await read("manifest.json")));
  const studio = await read("studio.html");
  return {
    renderPage: (request) => renderPage({ ...request, assets }),
    studioHtml: async () => studio,
    readerPolicy,
    studioPolicy,
  };
}

function readerAssets(manifest: Record<string, ManifestEntry>): ReaderAssets {
  const address = (file: string) => `/${file}`;
  const entry = (source: string) => {
    const found = manifest[source];
    if (!found) throw new Error(`The build of apps/web has no ${source}: run npm start again.`);
    return found;
  };
  const styles = entry("src/reader/reader.css");
  return {
    stylesheets: [address(styles.file)],
    scripts: [address(entry("src/reader/enhance.ts").file)],
    // The faces that every page needs first.
    preload: (styles.assets ?? [])
      .filter((file) => /(newsreader-latin-opsz|instrument-sans-latin-wght)-normal.*\.woff2$/.test(file))
      .map(address),
  };
}
