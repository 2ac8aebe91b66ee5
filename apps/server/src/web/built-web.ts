import { readFile } from "node:fs/promises";
import type { FirstScreen, ReaderAssets, RenderPage } from "@letterpress/web/reader-request";
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
  const assets = await readerAssets(JSON.parse(await read("manifest.json")), read);
  const studio = await read("studio.html");
  return {
    renderPage: (request) => renderPage({ ...request, assets }),
    studioHtml: async () => studio,
    readerPolicy: readerPolicy(Object.values(assets.firstScreens)),
    studioPolicy,
  };
}

const firstScreens: FirstScreen[] = ["front", "article", "listing", "person", "not-found"];

async function readerAssets(
  manifest: Record<string, ManifestEntry>,
  read: (path: string) => Promise<string>,
): Promise<ReaderAssets & Required<Pick<ReaderAssets, "firstScreens">>> {
  const address = (file: string) => `/${file}`;
  const entry = (source: string) => {
    const found = manifest[`src/reader/${source}`];
    if (!found) throw new Error(`The build of apps/web has no ${source}: run npm start again.`);
    return found;
  };
  const styles = firstScreens.map((name) => ({ name, ...entry(`first-screen/${name}.css`) }));
  const texts = styles.map(async ({ name, file }) => [name, (await read(file)).trim()] as const);
  return {
    firstScreens: Object.fromEntries(await Promise.all(texts)) as Record<FirstScreen, string>,
    stylesheets: [address(entry("rest.css").file)],
    scripts: [address(entry("enhance.ts").file)],
    // The upright faces: every first screen is set in them, and few have italics.
    preload: [...new Set(styles.flatMap(({ assets = [] }) => assets))]
      .filter((file) => file.includes("-normal-"))
      .map(address),
  };
}
