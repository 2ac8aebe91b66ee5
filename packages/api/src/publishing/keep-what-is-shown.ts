import { keepTargets, type Targets } from "@letterpress/db/lock-rows";
import type { Tx } from "@letterpress/db/with-tx";
import type { ContentType } from "@letterpress/model/content-type";
import type { StoredFile } from "@letterpress/model/fields/file";
import { findAssets } from "../assets/find-assets.ts";
import { isAccepted } from "../assets/is-accepted.ts";
import type { FieldIssue } from "../error-details.ts";
import { fail } from "../errors.ts";
import { type LinkedAsset, type LinkedIds, linkedIds } from "./linked-ids.ts";
import type { Shown } from "./output-fields.ts";

/**
 * Everything that the fields point at exists, and stays as it is until the transaction ends. Returns the assets as
 * they are now: what is said of a picture may have changed since the text was rendered. To be called before the entry
 * itself is changed, so that locks are taken in one order; `entry` is named by the error. Throws `REFERENCE_MISSING`, and `ENTRY_INCOMPLETE` where an
 * asset is not what its field takes.
 */
export async function keepWhatIsShown(
  tx: Tx,
  type: ContentType,
  fields: Record<string, unknown>,
  entry?: { id: string; title: string },
): Promise<Pick<Shown, "images" | "files">> {
  const linked = linkedIds(type, fields);
  const kept = await keepTargets(tx, targetsOf([linked]));
  const assets = await findAssets(
    tx,
    linked.assets.map((target) => target.id),
  );
  const issues = misfitsOf(linked, kept, assets);
  if (issues.length > 0)
    return fail("ENTRY_INCOMPLETE", {
      issues,
      entry: entry && { type: type.name, id: entry.id, title: entry.title },
    });
  return assets;
}

/** Ids of all that is pointed at. */
export function targetsOf(linked: LinkedIds[]): { entries: string[]; assets: string[] } {
  return {
    entries: linked.flatMap(({ entries }) => entries.map(({ id }) => id)),
    assets: linked.flatMap(({ assets, assetsInText }) => [...assets.map(({ id }) => id), ...assetsInText]),
  };
}

/** What keeps what is pointed at from being shown. Throws `REFERENCE_MISSING` where something does not exist. */
export function misfitsOf(
  linked: LinkedIds,
  targets: Targets,
  assets: Pick<Shown, "images" | "files">,
): FieldIssue[] {
  const missing =
    linked.entries.find((target) => targets.entries.get(target.id) !== target.type) ??
    linked.assets.find((target) => !targets.assets.has(target.id));
  if (missing) return fail("REFERENCE_MISSING", { field: missing.field, id: missing.id });
  return misfits(linked.assets, assets);
}

/** What keeps assets from standing in their fields. */
export function misfits(
  assets: LinkedAsset[],
  { images, files }: Pick<Shown, "images" | "files">,
): FieldIssue[] {
  return assets.flatMap((target) => {
    const message = misfit(target, files.get(target.id), images.has(target.id));
    return message === null ? [] : [{ path: `fields.${target.field}`, message }];
  });
}

/** Why an asset cannot stand in a field, and what to do. */
function misfit(
  { kind, accept }: LinkedAsset,
  file: StoredFile | undefined,
  isImage: boolean,
): string | null {
  const is = `this one is ${file?.mimeType}`;
  if (kind === "image") return isImage ? null : `Choose a picture: ${is}.`;
  if (!accept || !file || isAccepted(file.mimeType, accept)) return null;
  return `Choose a file of the kind ${accept.join(", ")}: ${is}.`;
}
