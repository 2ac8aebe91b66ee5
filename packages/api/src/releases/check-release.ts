import type { Tx } from "@letterpress/db/with-tx";
import type { ContentModel } from "@letterpress/model/content-type";
import { type EntryRow, entrySelect } from "../entries/entry.ts";
import type { ReleaseProblem } from "../error-details.ts";
import { fail, LetterpressError } from "../errors.ts";
import { keepWhatIsShown } from "../publishing/keep-what-is-shown.ts";
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

/** What a release would do now, and why it cannot. Throws `BAD_INPUT` where it has no entries. */
export async function checkRelease(tx: Tx, model: ContentModel, releaseId: string): Promise<CheckedRelease> {
  const items = await tx.releaseItem.findMany({
    where: { releaseId },
    select: { action: true, version: true, entry: { select: { ...entrySelect, deletedAt: true } } },
    orderBy: [{ addedAt: "asc" }, { entryId: "asc" }],
  });
  if (items.length === 0)
    return fail("BAD_INPUT", { issues: [{ path: "id", message: "Add an entry to the release first." }] });

  const problems: ReleaseProblem[] = [];
  const publish: CheckedRevision[] = [];
  const unpublish: EntryRow[] = [];
  for (const { action, version, entry } of items) {
    const put = putAway(entry);
    if (put) problems.push({ ...nameOf(entry), ...put });
    // One that readers do not see any more is as it should be.
    else if (action === "unpublish") unpublish.push(...(entry.publishedVersion === null ? [] : [entry]));
    else
      try {
        const revision = await checkRevision(tx, model, entry, version ?? entry.version);
        await keepWhatIsShown(tx, revision.type, revision.fields);
        publish.push(revision);
      } catch (error) {
        if (!(error instanceof LetterpressError)) throw error;
        problems.push({ ...nameOf(entry), ...toFailure(error) });
      }
  }
  const taken = await takenSlugs(tx, publish, new Set(unpublish.map(({ id }) => id)));
  for (const { row, slug } of taken)
    problems.push({ ...nameOf(row), ...toFailure(new LetterpressError("SLUG_TAKEN", { slug })) });
  return { publish, unpublish, problems };
}

function nameOf({ type, id, title }: EntryRow) {
  return { type, id, title };
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
