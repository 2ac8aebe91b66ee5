import { basename } from "node:path/posix";
import type { DbOrTx } from "@letterpress/db/create-db";
import { noId } from "@letterpress/model/uuid";
import { isImageRow } from "../assets/asset.ts";
import { assetKeys } from "../assets/asset-keys.ts";
import type { Deps } from "../deps.ts";
import type { ExportTarget } from "./export-target.ts";
import { assetFileName, assetsFolder, variantsFolder } from "./file-names.ts";
import { yamlText } from "./yaml-text.ts";

interface AssetsExport {
  storage: Deps["storage"];
  signal: AbortSignal;
  onProgress: (done: number) => void;
}

type AssetRow = Awaited<ReturnType<DbOrTx["asset"]["findMany"]>>[number];

/** The files of an asset are gone; the message says which, and what to do. */
export class AssetFileMissing extends Error {
  override readonly name = "AssetFileMissing";
}

const pageSize = 100;

/**
 * Writes every asset: its file, a `.yaml` of what is said of it beside, and the derived sizes of pictures. Returns how
 * many. Throws {@link AssetFileMissing}.
 */
export async function exportAssets(db: DbOrTx, target: ExportTarget, run: AssetsExport): Promise<number> {
  let done = 0;
  let after = noId;
  for (;;) {
    const rows = await db.asset.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: pageSize,
    });
    for (const row of rows) {
      run.signal.throwIfAborted();
      await exportAsset(target, run.storage, row);
      run.onProgress(++done);
    }
    if (rows.length < pageSize) return done;
    after = rows.at(-1)?.id ?? after;
  }
}

async function exportAsset(target: ExportTarget, storage: Deps["storage"], row: AssetRow): Promise<void> {
  const path = `${assetsFolder}/${assetFileName(row)}`;
  const [original = "", ...variants] = assetKeys(row);
  await target.write(`${path}.yaml`, yamlText(describe(row)));
  await copy(original, path);
  for (const key of variants) await copy(key, variantPath(row.id, basename(key)));

  async function copy(key: string, to: string): Promise<void> {
    const stored = await storage.read(key);
    if (!stored)
      throw new AssetFileMissing(
        `The file media/${key} of the asset "${row.filename}" is missing: restore it, or delete the asset in the Studio, and run this again.`,
      );
    await target.write(to, stored.bytes);
  }
}

/** Where the derived size of this name of a picture is. */
export function variantPath(id: string, name: string): string {
  return `${variantsFolder}/${id}-${name}`;
}

function describe(row: AssetRow) {
  const { id, filename, mimeType, size, sha256, createdAt } = row;
  const ofAny = { id, filename, mimeType, size, sha256, createdAt: createdAt.toISOString() };
  if (!isImageRow(row)) return ofAny;
  const variants = row.variants as { url: string; width: number; height: number; mimeType: string }[];
  return {
    ...ofAny,
    alt: row.alt,
    focalPoint: { x: row.focalX, y: row.focalY },
    width: row.width,
    height: row.height,
    placeholder: row.placeholder,
    variants: variants.map(({ url, width, height, mimeType: type }) => ({
      name: basename(url),
      width,
      height,
      mimeType: type,
    })),
  };
}
