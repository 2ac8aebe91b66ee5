import type { Actor } from "../access/actor.ts";
import { createAsset } from "../assets/create-asset.ts";
import type { Deps } from "../deps.ts";
import { LetterpressError } from "../errors.ts";
import type { ImportReport } from "./import-report.ts";

/** The bytes behind an address; undefined where they cannot be had. */
export type FetchPicture = (url: string) => Promise<Uint8Array | undefined>;

interface ImportedPicture {
  id: string;
  url: string;
}

/** Makes assets of pictures by their address, each once in an import. */
export function pictureImporter(deps: Deps, actor: Actor, fetchPicture: FetchPicture, report: ImportReport) {
  const done = new Map<string, Promise<ImportedPicture | undefined>>();
  return (url: string, alt: string): Promise<ImportedPicture | undefined> => {
    let picture = done.get(url);
    if (!picture) {
      picture = bring(url, alt);
      done.set(url, picture);
    }
    return picture;
  };

  async function bring(url: string, alt: string): Promise<ImportedPicture | undefined> {
    const bytes = await fetchPicture(url);
    if (!bytes) return undefined;
    try {
      const filename = decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "") || "picture";
      const asset = await createAsset(deps, actor, { filename, bytes, alt: alt.slice(0, 500) });
      report.pictures++;
      return asset;
    } catch (error) {
      // What the address answers may be a page that says "gone", or a format that is not accepted.
      if (error instanceof LetterpressError || error instanceof URIError) return undefined;
      throw error;
    }
  }
}

/** Addresses of pictures in markdown and in the HTML that may stand in it. */
const markdownPicture = /!\[((?:[^\]\\]|\\.)*)\]\(<?(https?:[^\s)>]+)>?/g;
const htmlPicture = /<img\b[^>]*?\bsrc="(https?:[^"]+)"/g;

/** Replaces the addresses of pictures that could be fetched with those of their assets. Returns how many were not. */
export async function bringPictures(
  markdown: string,
  bring: (url: string, alt: string) => Promise<ImportedPicture | undefined>,
): Promise<{ markdown: string; missing: number }> {
  const found = new Map<string, string>();
  for (const [, alt = "", url = ""] of markdown.matchAll(markdownPicture)) found.set(url, alt);
  for (const [, url = ""] of markdown.matchAll(htmlPicture)) if (!found.has(url)) found.set(url, "");
  let text = markdown;
  let missing = 0;
  for (const [url, alt] of found) {
    const picture = await bring(url.replaceAll("&amp;", "&"), alt);
    if (picture) text = text.replaceAll(url, picture.url);
    else missing++;
  }
  return { markdown: text, missing };
}
