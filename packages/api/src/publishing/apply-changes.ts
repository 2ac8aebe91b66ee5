import { emit } from "@letterpress/db/events";
import { type LockedEntry, lockEntries } from "@letterpress/db/lock-rows";
import { uniqueViolation } from "@letterpress/db/unique-violation";
import type { Tx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { EntryRow } from "../entries/entry.ts";
import { eventEntry } from "../entries/event-entry.ts";
import { fail } from "../errors.ts";
import { noSchedule } from "../scheduling/no-schedule.ts";
import { requirePossible } from "../workflow/require-possible.ts";
import { endRedirects } from "./end-redirects.ts";
import { keepWhatIsShown } from "./keep-what-is-shown.ts";
import { leaveRedirects } from "./leave-redirects.ts";
import type { PreparedPublish } from "./prepare-publish.ts";
import { writePublished } from "./write-published.ts";

/** What readers are to see, and to see no longer. An entry is named once. */
export interface Changes {
  publish: PreparedPublish[];
  unpublish: EntryRow[];
  now: Date;
  /** Who scheduled an entry; left out where somebody publishes them now. */
  scheduledById?: (id: string) => string | null;
  /** The date that readers see of an entry; that of its first time, or now, unless told. */
  publishedAt?: (row: LockedEntry) => Date | undefined;
  /** Called when nobody else can change the entries any more, before anything is written: throws to write nothing. */
  check?: (locked: ReadonlyMap<string, LockedEntry>) => void;
}

/**
 * Publishes and unpublishes entries: their snapshots, facets, redirects and events, all in the transaction that it is
 * called in. Throws `ENTRY_MISSING`, `ACTION_NOT_POSSIBLE`, `REFERENCE_MISSING`, `ENTRY_INCOMPLETE` and `SLUG_TAKEN`.
 */
export async function applyChanges(tx: Tx, actor: Actor, changes: Changes): Promise<void> {
  const { publish, unpublish, now } = changes;
  // Everything that is pointed at before anything that is changed: locks are taken in one order.
  const shown: Awaited<ReturnType<typeof keepWhatIsShown>>[] = [];
  for (const { type, fields, row } of publish) shown.push(await keepWhatIsShown(tx, type, fields, row));
  const ids = [...publish.map(({ row }) => row.id), ...unpublish.map(({ id }) => id)];
  const locked = await lockEntries(tx, ids);
  for (const id of ids) if (locked.get(id)?.deletedAt !== null) fail("ENTRY_MISSING");
  changes.check?.(locked);
  // Somebody may have archived it while it was rendered.
  for (const { row } of publish) requirePossible("publish", locked.get(row.id) ?? fail("ENTRY_MISSING"));
  // First, so that a slug which one entry gives up is free for another.
  for (const row of unpublish) await unpublishOne(tx, actor, row, locked.get(row.id));
  const oldSlugs = publish.length > 0 ? await leaveRedirects(tx, publish) : new Map<string, string>();
  for (const [index, prepared] of publish.entries()) {
    const { row, version, slug, title, texts, type, fields } = prepared;
    const entry = locked.get(row.id) ?? fail("ENTRY_MISSING");
    const publishedAt = changes.publishedAt?.(entry) ?? entry.firstPublishedAt ?? now;
    await tx.entry.updateMany({
      where: { id: row.id },
      data: {
        publishedVersion: version,
        firstPublishedAt: publishedAt,
        // What was saved since is still on its own way.
        ...(version === entry.version ? { stage: "draft" } : {}),
        // Nor does what is older than it end the schedule of a revision.
        ...((entry.scheduledVersion ?? 0) <= version ? noSchedule : {}),
      },
    });
    const assets = shown[index] ?? { images: new Map(), files: new Map() };
    const snapshot = { entryId: row.id, slug, title, version, fields, publishedAt, updatedAt: now };
    try {
      await writePublished(tx, type, { ...snapshot, shown: { texts, ...assets } });
    } catch (error) {
      // Another entry is still published under this slug, although its draft has moved on to a different one.
      if (uniqueViolation(error) === "published_entry_type_locale_slug_key")
        return fail("SLUG_TAKEN", { slug });
      throw error;
    }
    const happened = { ...eventEntry(row), slug, title, version };
    const scheduledById = changes.scheduledById?.(row.id);
    const oldSlug = oldSlugs.get(row.id);
    emit(tx, eventActor(actor), {
      name: "entry.published",
      ...happened,
      ...(scheduledById === undefined ? {} : { scheduledById }),
      ...(oldSlug === undefined ? {} : { oldSlug }),
    });
  }
  await endRedirects(tx, actor, publish);
}

async function unpublishOne(tx: Tx, actor: Actor, row: EntryRow, locked: LockedEntry | undefined) {
  if (locked?.publishedVersion == null) return fail("ENTRY_NOT_PUBLISHED");
  // What was to come back by itself does not: whoever takes it away wants it to stay away.
  await tx.entry.updateMany({ where: { id: row.id }, data: { publishedVersion: null, ...noSchedule } });
  const { slug, title, version } = await tx.publishedEntry.delete({
    where: { entryId: row.id },
    select: { slug: true, title: true, version: true },
  });
  emit(tx, eventActor(actor), { name: "entry.unpublished", ...eventEntry(row), slug, title, version });
  if (locked.scheduledFor !== null)
    emit(tx, eventActor(actor), { name: "entry.unscheduled", ...eventEntry(row) });
}
