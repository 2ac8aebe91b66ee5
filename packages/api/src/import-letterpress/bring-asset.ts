import type { Actor } from "../access/actor.ts";
import { storeAsset } from "../assets/store-asset.ts";
import { updateAsset } from "../assets/update-asset.ts";
import type { Deps } from "../deps.ts";
import { variantPath } from "../export/export-assets.ts";
import { type AssetFacts, type AssetFile, readAssetFacts } from "./asset-file.ts";
import type { Outcome } from "./import-report.ts";
import type { ImportSource } from "./import-source.ts";

interface AssetImport {
  source: ImportSource;
  overwrite: boolean;
}

/** Brings in an asset that was checked before: its files as they are, under the id that it has. */
export async function bringAsset(
  deps: Deps,
  actor: Actor,
  { id, path }: AssetFile,
  { source, overwrite }: AssetImport,
): Promise<Outcome> {
  const facts = await readAssetFacts(source, path, []);
  if (!facts) throw new Error(`${path}.yaml was changed during the import.`);
  const row = await deps.db.asset.findUnique({ where: { id } });
  if (!row) {
    await create(deps, actor, facts, path, source);
    return "created";
  }
  if (!("variants" in facts)) return "unchanged";
  const { alt, focalPoint } = facts;
  if (row.alt === alt && row.focalX === focalPoint.x && row.focalY === focalPoint.y) return "unchanged";
  if (!overwrite) return "kept";
  await updateAsset(deps, actor, { id, alt, focalPoint });
  return "changed";
}

async function create(
  deps: Deps,
  actor: Actor,
  facts: AssetFacts,
  path: string,
  source: ImportSource,
): Promise<void> {
  const { id, filename, mimeType, createdAt, size, sha256 } = facts;
  const about = { id, filename, mimeType, createdAt };
  if (!("variants" in facts)) {
    await storeAsset(deps, actor, {
      ...about,
      kind: "file",
      async write(store) {
        await store(source.read(path));
        return { size, sha256 };
      },
    });
    return;
  }
  const { alt, focalPoint, width, height, placeholder, variants } = facts;
  await storeAsset(deps, actor, {
    ...about,
    kind: "image",
    async write(store) {
      await store(source.read(path));
      for (const { name } of variants)
        await deps.storage.write(`${id}/${name}`, source.read(variantPath(id, name)));
      return {
        size,
        sha256,
        alt,
        focalX: focalPoint.x,
        focalY: focalPoint.y,
        width,
        height,
        placeholder,
        variants: variants.map(({ name, ...variant }) => ({ url: `/media/${id}/${name}`, ...variant })),
      };
    },
  });
}
