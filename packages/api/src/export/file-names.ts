import { createHash } from "node:crypto";
import type { ContentModel, ContentType } from "@letterpress/model/content-type";

/** The folder of the files that were uploaded. */
export const assetsFolder = "assets";

/** The folder of the derived sizes of pictures. */
export const variantsFolder = "assets/variants";

/** The file of the redirects that were made by hand. */
export const redirectsFile = "redirects.yaml";

/** The end of the name of a draft that readers do not see as it is. */
export const draftEnding = ".draft.md";

/** Names that Windows keeps for devices, whatever ending they have. */
const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** Bytes of a name at most: file systems take 255, an ending and an id among them. */
const nameMax = 180;

/**
 * The name of an entry's file, without its ending: its slug, and its id where file systems could take the slug for
 * another one (those that fold case fold `ς` and `σ`), keep it for themselves, or have no room for it.
 */
export function entryFileName(slug: string, id: string): string {
  return isPlain(slug) ? slug : `${cut(slug, nameMax - id.length - 1)}~${id}`;
}

/** The folder of a type's entries. */
export function typeFolder(model: ContentModel, type: ContentType): string {
  const { name } = type;
  const isShared = Object.keys(model).some(
    (other) => other !== name && other.toLowerCase() === name.toLowerCase(),
  );
  if (!isShared && !devices.test(name) && name.toLowerCase() !== assetsFolder) return name;
  return `${name}~${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
}

/** The name of an asset's file in {@link assetsFolder}. */
export function assetFileName({ id, filename }: { id: string; filename: string }): string {
  const safe = filename
    .normalize("NFC")
    // What Windows or a shell takes for something else.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, "-")
    .replace(/[. ]+$/, "");
  const dot = safe.lastIndexOf(".");
  const ending = dot > 0 && safe.length - dot <= 10 ? safe.slice(dot) : "";
  return `${id}-${cut(safe.slice(0, safe.length - ending.length), nameMax - id.length - 12)}${ending}`;
}

function isPlain(slug: string): boolean {
  const folded = slug.normalize("NFC").toUpperCase().toLowerCase();
  return folded === slug && !devices.test(slug) && Buffer.byteLength(slug) <= nameMax;
}

/** As many whole characters as fit in so many bytes. */
function cut(text: string, bytes: number): string {
  let size = 0;
  let kept = "";
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > bytes) break;
    kept += character;
  }
  return kept;
}
