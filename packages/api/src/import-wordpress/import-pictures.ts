import type { Actor } from "../access/actor.ts";
import { createImage } from "../assets/create-image.ts";
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
      const asset = await createImage(deps, actor, { filename, bytes, alt: alt.slice(0, 500) });
      report.pictures++;
      return asset;
    } catch (error) {
      // What the address answers may be a page that says "gone", or a format that is not accepted.
      if (error instanceof LetterpressError || error instanceof URIError) return undefined;
      throw error;
    }
  }
}

/** A picture in markdown, or in the HTML that may stand in it: what is before the address, and the address. */
const picture = /(!\[(?:[^\]\\]|\\.)*\]\(<?|<img\b[^>]*?\bsrc=")(https?:[^\s)>"]+)/g;

/** Replaces the addresses of pictures that could be fetched with those of their assets. Returns how many were not. */
export async function bringPictures(
  markdown: string,
  bring: (url: string, alt: string) => Promise<ImportedPicture | undefined>,
): Promise<{ markdown: string; missing: number }> {
  const brought = new Map<string, ImportedPicture | undefined>();
  for (const [, before = "", url = ""] of markdown.matchAll(picture)) {
    if (brought.has(url)) continue;
    const alt = before.startsWith("![") ? before.slice(2, before.lastIndexOf("]")) : "";
    brought.set(url, await bring(url.replaceAll("&amp;", "&"), alt));
  }
  return {
    markdown: markdown.replace(picture, (whole, before: string, url: string) => {
      const asset = brought.get(url);
      return asset ? before + asset.url : whole;
    }),
    missing: [...brought.values()].filter((asset) => !asset).length,
  };
}
