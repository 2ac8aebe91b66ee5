import { isDeepStrictEqual } from "node:util";
import { emit } from "@letterpress/db/events";
import { uniqueViolation } from "@letterpress/db/unique-violation";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { addRevision } from "../entries/add-revision.ts";
import { entrySelect } from "../entries/entry.ts";
import { eventEntry } from "../entries/event-entry.ts";
import { saveEntry } from "../entries/save-entry.ts";
import { fail } from "../errors.ts";
import { fieldsToChange } from "../evolution/current-fields.ts";
import { mainLocale } from "../model/main-locale.ts";
import { bringRedirects } from "./bring-redirects.ts";
import type { EntryContent } from "./entry-file.ts";
import type { PlannedEntry } from "./import-plan.ts";
import type { Outcome } from "./import-report.ts";

/** The files of an entry, read. */
export interface EntryContents {
  published: EntryContent | null;
  draft: EntryContent | null;
}

/** What became of an entry, and the revision of it that is still to be published, if any. */
export interface Brought {
  outcome: Outcome;
  publish?: { version: number /** Nobody has published it here before. */; isFirst: boolean };
}

/**
 * Saves what the files of an entry say: all of it in one transaction where it is new, else as its next revisions. What
 * somebody has changed here since the files were written is kept, unless `overwrite`. Publishing comes later, when all
 * that the entry points at is there. Throws `SLUG_TAKEN`, and what saving does.
 */
export async function bringEntry(
  deps: Deps,
  actor: Actor,
  { id, type }: PlannedEntry,
  contents: EntryContents,
  { overwrite }: { overwrite: boolean },
): Promise<Brought> {
  const { published, draft } = contents;
  const latest = draft ?? published;
  if (!latest) throw new Error("An entry without a file was brought.");
  const row = await deps.db.entry.findUnique({
    where: { id },
    select: { ...entrySelect, published: { select: { version: true, updatedAt: true, publishedAt: true } } },
  });
  if (!row) {
    await withTx(deps.db, (tx) => create(deps, tx, actor, { id, type }, contents)).catch((error: unknown) => {
      // Somebody has taken it since it was checked.
      if (uniqueViolation(error) === "entry_type_locale_slug_key") fail("SLUG_TAKEN", { slug: latest.slug });
      throw error;
    });
    return { outcome: "created", ...(published ? { publish: { version: 1, isFirst: true } } : {}) };
  }
  const shown = row.published;
  const isSaved = row.slug === latest.slug && isDeepStrictEqual(fieldsToChange(type, row), latest.stored);
  const shownRevision = shown && (await revisionAt(shown.version));
  const isShown =
    !published ||
    (shownRevision && isLike(shownRevision, published) && hasDate(shown?.publishedAt, published));
  if (isSaved && isShown) return { outcome: "unchanged" };

  const savedAt = draft ? draft.facts.updatedAt : (published?.facts._savedAt ?? published?.facts.updatedAt);
  const isNewerHere =
    !savedAt ||
    row.updatedAt > savedAt ||
    (published && shown && (!published.facts.updatedAt || shown.updatedAt > published.facts.updatedAt)) ||
    // Somebody has taken it away from readers.
    (published && !shown && row.firstPublishedAt !== null);
  if (isNewerHere && !overwrite) return { outcome: "kept" };

  let version = row.version;
  let publish: Brought["publish"];
  if (published && !isShown) {
    // An import that was cut off has saved it already: as the latest revision, or as the one before the draft.
    const candidates = [version, ...(isSaved ? [version - 1] : [])];
    const found: number[] = [];
    for (const candidate of candidates)
      if (isLike(await revisionAt(candidate), published)) found.push(candidate);
    const isFirst = row.firstPublishedAt === null;
    publish = { version: found[0] ?? (await save(published)), isFirst };
  }
  if (draft && (!isSaved || version !== row.version)) await save(draft);
  return { outcome: "changed", ...(publish ? { publish } : {}) };

  async function revisionAt(at: number) {
    return deps.db.revision.findUnique({ where: { entryId_version: { entryId: id, version: at } } });
  }

  function isLike(revision: Awaited<ReturnType<typeof revisionAt>>, content: EntryContent): boolean {
    return (
      revision !== null &&
      revision.slug === content.slug &&
      isDeepStrictEqual(fieldsToChange(type, revision), content.stored)
    );
  }

  async function save({ slug, stored }: EntryContent): Promise<number> {
    const { slug: _slug, ...others } = type.fields;
    const emptied = Object.fromEntries(Object.keys(others).map((name) => [name, null]));
    const fields = { ...emptied, ...stored, slug };
    const saved = await saveEntry(deps, actor, { type: type.name, id, expectedVersion: version, fields });
    version = saved.version;
    return version;
  }
}

/** A file that says no date takes any. */
function hasDate(date: Date | undefined, { facts }: EntryContent): boolean {
  return !facts.publishedAt || facts.publishedAt.getTime() === date?.getTime();
}

async function create(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { id, type }: PlannedEntry,
  { published, draft }: EntryContents,
): Promise<void> {
  const contents = [published, draft].filter((content) => content !== null);
  const latest = contents.at(-1);
  if (!latest) return;
  const now = deps.clock();
  const updatedAt =
    (draft ? draft.facts.updatedAt : (latest.facts._savedAt ?? latest.facts.updatedAt)) ?? now;
  const { slug, title, stored: fields, facts } = latest;
  const schemaVersion = type.version;
  const row = await tx.entry.create({
    data: {
      id,
      type: type.name,
      locale: mainLocale,
      slug,
      title,
      version: contents.length,
      schemaVersion,
      fields,
      createdAt: (published ?? latest).facts._createdAt ?? now,
      updatedAt,
      // Of one that readers saw once; publishing writes that of the others.
      firstPublishedAt: published ? null : (facts.publishedAt ?? null),
      stage: facts._stage ?? "draft",
    },
    select: entrySelect,
  });
  for (const [index, content] of contents.entries())
    await addRevision(tx, actor, {
      entryId: id,
      version: index + 1,
      schemaVersion,
      slug: content.slug,
      fields: content.stored,
      createdAt: content === latest ? updatedAt : (content.facts.updatedAt ?? now),
      kind: "save",
      note: "",
      sittingAt: null,
    });
  emit(tx, eventActor(actor), { name: "entry.created", ...eventEntry(row) });
  if (!published) await bringRedirects(tx, { id, type }, facts._redirects ?? []);
}
