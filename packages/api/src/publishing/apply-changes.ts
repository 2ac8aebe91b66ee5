import { emit } from "@letterpress/db/events";
import { Prisma } from "@letterpress/db/generated/client";
import { type LockedEntry, lockEntries } from "@letterpress/db/lock-rows";
import { uniqueViolation } from "@letterpress/db/unique-violation";
import type { Tx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { EntryRow } from "../entries/entry.ts";
import { eventEntry } from "../entries/event-entry.ts";
import { fail } from "../errors.ts";
import { mainLocale } from "../model/main-locale.ts";
import { keepWhatIsShown } from "./keep-what-is-shown.ts";
import { leaveRedirect } from "./leave-redirect.ts";
import type { PreparedPublish } from "./prepare-publish.ts";
import { writePublished } from "./write-published.ts";

/** What readers are to see, and to see no longer. An entry is named once. */
export interface Changes {
  publish: PreparedPublish[];
  unpublish: EntryRow[];
  now: Date;
  /** The date that readers see of an entry; that of its first time, or now, unless told. */
  publishedAt?: (row: LockedEntry) => Date | undefined;
  /** Called when nobody else can change the entries any more, before anything is written: throws to write nothing. */
  check?: (locked: ReadonlyMap<string, LockedEntry>) => void;
}

const noSchedule = {
  scheduledFor: null,
  scheduledVersion: null,
  scheduledById: null,
  scheduleFailure: Prisma.DbNull,
};

/**
 * Publishes and unpublishes entries: their snapshots, facets, redirects and events, all in the transaction that it is
 * called in. Throws `ENTRY_MISSING`, `REFERENCE_MISSING`, `ENTRY_INCOMPLETE` and `SLUG_TAKEN`.
 */
export async function applyChanges(tx: Tx, actor: Actor, changes: Changes): Promise<void> {
  const { publish, unpublish, now } = changes;
  // Everything that is pointed at before anything that is changed: locks are taken in one order.
  const shown: Awaited<ReturnType<typeof keepWhatIsShown>>[] = [];
  for (const { type, fields } of publish) shown.push(await keepWhatIsShown(tx, type, fields));
  const ids = [...publish.map(({ row }) => row.id), ...unpublish.map(({ id }) => id)];
  const locked = await lockEntries(tx, ids);
  for (const id of ids) if (locked.get(id)?.deletedAt !== null) fail("ENTRY_MISSING");
  changes.check?.(locked);
  // First, so that a slug which one entry gives up is free for another.
  for (const row of unpublish) await unpublishOne(tx, actor, row, locked.get(row.id));
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
        ...noSchedule,
      },
    });
    const assets = shown[index] ?? { images: new Map(), files: new Map() };
    const place = { type: type.name, locale: mainLocale, slug, entryId: row.id };
    const snapshot = { entryId: row.id, slug, title, version, fields, publishedAt, updatedAt: now };
    try {
      await leaveRedirect(tx, place);
      await writePublished(tx, type, { ...snapshot, shown: { texts, ...assets } });
    } catch (error) {
      // Another entry is still published under this slug, although its draft has moved on to a different one.
      if (uniqueViolation(error) === "published_entry_type_locale_slug_key")
        return fail("SLUG_TAKEN", { slug });
      throw error;
    }
    const happened = { ...eventEntry(row), slug, title, version };
    emit(tx, eventActor(actor), { name: "entry.published", ...happened });
  }
}

async function unpublishOne(tx: Tx, actor: Actor, row: EntryRow, locked: LockedEntry | undefined) {
  if (locked?.publishedVersion == null) return fail("ENTRY_NOT_PUBLISHED");
  await tx.entry.updateMany({ where: { id: row.id }, data: { publishedVersion: null } });
  const { slug, title, version } = await tx.publishedEntry.delete({
    where: { entryId: row.id },
    select: { slug: true, title: true, version: true },
  });
  emit(tx, eventActor(actor), { name: "entry.unpublished", ...eventEntry(row), slug, title, version });
}
