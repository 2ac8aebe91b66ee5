import type { Tx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { summarySelect } from "../entries/entry.ts";
import { visibleEntries } from "../entries/visible-entries.ts";
import { fail } from "../errors.ts";
import { requirePossible } from "../workflow/require-possible.ts";
import { changeRelease } from "./change-release.ts";
import type { Release, ReleaseAction } from "./release.ts";

/** Entries of a release at most: they are published in one transaction. */
const itemsMax = 200;

interface ItemChoice {
  id: string;
  entryId: string;
  action: ReleaseAction;
  /** The revision to publish; the latest unless told. */
  version?: number | undefined;
}

/**
 * Says what a release does with an entry, in place of what it was to do with it before. Throws `RELEASE_MISSING`,
 * `RELEASE_PUBLISHED`, `ENTRY_MISSING`, `REVISION_MISSING`, `ACTION_NOT_POSSIBLE` for an archived entry, and `BAD_INPUT`
 * where the release has 200 entries.
 */
export async function setItem(deps: Deps, actor: Actor, input: ItemChoice): Promise<Release> {
  const { id: releaseId, entryId, action } = input;
  return changeRelease(deps, actor, releaseId, async (tx, { items }) => {
    const isNew = !items.some(({ entry }) => entry.id === entryId);
    if (isNew && items.length >= itemsMax) return tooMany();
    const version = await versionFor(tx, actor, input);
    const item = { action, version, addedById: actor.kind === "user" ? actor.userId : null };
    await tx.releaseItem.upsert({
      where: { releaseId_entryId: { releaseId, entryId } },
      create: { releaseId, entryId, ...item, addedAt: deps.clock() },
      update: item,
      select: { entryId: true },
    });
    // Asked again: the item keeps the entry from going to the bin from here on, and not before.
    const there = await tx.entry.findFirst({
      where: { id: entryId, deletedAt: null },
      select: { title: true },
    });
    if (!there) return fail("ENTRY_MISSING");
    return { change: isNew ? "added" : "exchanged", entryTitle: there.title };
  });
}

async function versionFor(tx: Tx, actor: Actor, { entryId, action, version }: ItemChoice) {
  const row = await tx.entry.findFirst({
    where: { ...visibleEntries(actor), id: entryId },
    select: summarySelect,
  });
  if (!row) return fail("ENTRY_MISSING");
  requirePossible("publish", row);
  if (action === "unpublish") return null;
  if (version === undefined || version === row.version) return row.version;
  const revision = await tx.revision.findUnique({
    where: { entryId_version: { entryId, version } },
    select: { version: true },
  });
  return revision?.version ?? fail("REVISION_MISSING");
}

function tooMany(): never {
  const message = `A release has ${itemsMax} entries at most: make another for the rest.`;
  return fail("BAD_INPUT", { issues: [{ path: "entryId", message }] });
}
