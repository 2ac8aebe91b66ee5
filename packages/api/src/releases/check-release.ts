import type { DbOrTx } from "@letterpress/db/create-db";
import type { Targets } from "@letterpress/db/lock-rows";
import type { ContentModel } from "@letterpress/model/content-type";
import { findAssets } from "../assets/find-assets.ts";
import { type EntryRow, entrySelect } from "../entries/entry.ts";
import type { ReleaseProblem } from "../error-details.ts";
import { errors, fail, LetterpressError } from "../errors.ts";
import { misfitsOf, targetsOf } from "../publishing/keep-what-is-shown.ts";
import { type LinkedIds, linkedIds } from "../publishing/linked-ids.ts";
import { type CheckedRevision, checkRevision } from "../publishing/prepare-publish.ts";
import { toFailure } from "../scheduling/schedule-failure.ts";
import { takenSlugs } from "./taken-slugs.ts";

interface CheckedRelease {
  publish: CheckedRevision[];
  /** Those that readers see. */
  unpublish: EntryRow[];
  /** All that keeps it from being published. */
  problems: ReleaseProblem[];
}

/**
 * What a release would do now, and why it cannot. `find` tells what is there of all that its entries point at, and may
 * keep it so. Throws `BAD_INPUT` where it has no entries.
 */
export async function checkRelease(
  db: DbOrTx,
  model: ContentModel,
  releaseId: string,
  find: (ids: { entries: string[]; assets: string[] }) => Promise<Targets>,
): Promise<CheckedRelease> {
  const items = await db.releaseItem.findMany({
    where: { releaseId },
    select: { action: true, version: true, entry: { select: { ...entrySelect, deletedAt: true } } },
    orderBy: [{ addedAt: "asc" }, { entryId: "asc" }],
  });
  if (items.length === 0)
    return fail("BAD_INPUT", { issues: [{ path: "id", message: "Add an entry to the release first." }] });

  const problems: ReleaseProblem[] = [];
  const checked: { revision: CheckedRevision; linked: LinkedIds }[] = [];
  const publish: CheckedRevision[] = [];
  const unpublish: EntryRow[] = [];
  for (const { action, version, entry } of items) {
    const put = putAway(entry) ?? (action === "publish" ? await unknown(db, model, entry) : undefined);
    if (put) problems.push({ ...nameOf(entry), ...put });
    // One that readers do not see any more is as it should be.
    else if (action === "unpublish") unpublish.push(...(entry.publishedVersion === null ? [] : [entry]));
    else
      try {
        const pinned = version ?? entry.version;
        // Somebody has published a later one by hand: readers are not taken back to what it was before.
        if (pinned < (entry.publishedVersion ?? 0)) fail("REVISION_OLDER");
        const revision = await checkRevision(db, model, entry, pinned);
        checked.push({ revision, linked: linkedIds(revision.type, revision.fields) });
      } catch (error) {
        problems.push(problemOf(entry, error));
      }
  }
  // Of all at once: a release may have 200 entries.
  const targets = await find(targetsOf(checked.map(({ linked }) => linked)));
  const assetIds = checked.flatMap(({ linked }) => linked.assets.map(({ id }) => id));
  const assets = await findAssets(db, assetIds);
  for (const { revision, linked } of checked)
    try {
      const issues = misfitsOf(linked, targets, assets);
      if (issues.length > 0) fail("ENTRY_INCOMPLETE", { issues });
      publish.push(revision);
    } catch (error) {
      problems.push(problemOf(revision.row, error));
    }
  const place = new Map(items.map(({ entry }, index) => [entry.id, index]));
  problems.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  const taken = await takenSlugs(db, publish, new Set(unpublish.map(({ id }) => id)));
  for (const { row, slug } of taken)
    problems.push({ ...nameOf(row), ...toFailure(new LetterpressError("SLUG_TAKEN", { slug })) });
  return { publish, unpublish, problems };
}

function problemOf(entry: EntryRow, error: unknown): ReleaseProblem {
  if (!(error instanceof LetterpressError)) throw error;
  return { ...nameOf(entry), ...toFailure(error) };
}

function nameOf({ type, id, title }: EntryRow) {
  return { type, id, title, issues: [] };
}

function putAway({ deletedAt, stage }: EntryRow & { deletedAt: Date | null }) {
  if (deletedAt !== null)
    return {
      code: "ENTRY_MISSING",
      message: "The entry is in the bin: restore it, or take it out of the release.",
    };
  if (stage === "archived")
    return {
      code: "ACTION_NOT_POSSIBLE",
      message: "The entry is archived: reopen it, or take it out of the release.",
    };
  return undefined;
}

/** What is in the way of an entry whose content type this node does not know. */
async function unknown(db: DbOrTx, model: ContentModel, { type }: EntryRow) {
  if (Object.hasOwn(model, type)) return undefined;
  // The start of a node writes down the types that it has. So this is of a newer deployment, beside this one, or gone.
  if ((await db.contentType.count({ where: { name: type } })) > 0)
    return { code: "ENTRY_NEWER", message: errors.ENTRY_NEWER.message };
  return {
    code: "ENTRY_MISSING",
    message: `There is no content type “${type}” any more: take the entry out of the release.`,
  };
}
