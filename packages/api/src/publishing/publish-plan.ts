import type { DbOrTx } from "@letterpress/db/create-db";
import { entryPath } from "@letterpress/model/entry-path";
import type { Actor } from "../access/actor.ts";
import { findAssets } from "../assets/find-assets.ts";
import type { Deps } from "../deps.ts";
import { type EntryStatus, statusOf } from "../entries/entry-status.ts";
import { findEntry } from "../entries/get-entry.ts";
import { visibleEntries } from "../entries/visible-entries.ts";
import type { FieldIssue } from "../error-details.ts";
import { renderPreview } from "../markdown/render-preview.ts";
import { mainLocale } from "../model/main-locale.ts";
import { encodePath } from "../redirects/normalise-path.ts";
import { pagePath } from "../redirects/page-at.ts";
import { affectedPages } from "./affected-pages.ts";
import { misfits } from "./keep-what-is-shown.ts";
import { linkedIds } from "./linked-ids.ts";
import { outputFields } from "./output-fields.ts";
import { type CheckedRevision, readRevision } from "./prepare-publish.ts";
import { publishIssues } from "./publish-issues.ts";
import { renderTexts } from "./render-texts.ts";

/** An entry that another one points at and that readers do not see. */
export interface HiddenReference {
  type: string;
  id: string;
  title: string;
  /** Dotted path of the field that points at it. */
  field: string;
  /** Give it to `publish` in `with`, to publish both together. */
  version: number;
  status: EntryStatus;
  /** When it will be published by itself; `null` when it will not. */
  scheduledFor: Date | null;
}

/** What publishing an entry would change. */
export interface PublishPlan {
  /** What keeps it from being published. */
  issues: FieldIssue[];
  /** `path` is `null` where the type has no pages; `isNew` says that readers see nothing of the entry now. */
  page: { path: string | null; isNew: boolean };
  /** What readers would get; `null` with issues. */
  fields: Record<string, unknown> | null;
  references: HiddenReference[];
  /** Redirects that it makes. */
  redirects: { from: string; to: string }[];
  /** Paths of redirects that end, as the page takes their address. */
  endedRedirects: string[];
  /** Pages of published entries that show or link to it; 50 at most. */
  pages: { path: string; title: string }[];
  /** How many more there are. */
  morePages: number;
}

/**
 * What publishing a revision would change, the latest unless told. Throws `ENTRY_MISSING`, `REVISION_MISSING`,
 * `ENTRY_NEWER` and `UPGRADE_FAILED`.
 */
export async function publishPlan(
  deps: Deps,
  actor: Actor,
  input: { type: string; id: string; version?: number | undefined },
): Promise<PublishPlan> {
  const { db, model } = deps;
  const row = await findEntry(db, actor, input);
  const revision = await readRevision(db, model, row, input.version);
  const { type, slug, fields } = revision;
  const linked = linkedIds(type, fields);
  const assets = await findAssets(
    db,
    linked.assets.map(({ id }) => id),
  );
  const issues = [
    ...publishIssues(type, fields),
    ...misfits(
      linked.assets.filter(({ id }) => assets.files.has(id)),
      assets,
    ),
    ...(await missingTargets(db, revision, assets.files)),
    ...(await slugIssues(db, revision)),
  ];
  const texts = issues.length > 0 ? null : await renderTexts(db, type, fields, renderPreview);
  const path = entryPath(type, slug);
  const before = await db.publishedEntry.findUnique({ where: { entryId: row.id }, select: { slug: true } });
  const from = before && entryPath(type, before.slug);
  return {
    issues,
    page: { path, isNew: before === null },
    fields: texts && outputFields(type.fields, fields, { texts, ...assets }),
    references: await hiddenReferences(db, actor, revision),
    redirects: from !== null && path !== null && from !== path ? [{ from, to: path }] : [],
    endedRedirects: await endedRedirects(db, revision),
    ...(await affectedPages(db, model, row.id)),
  };
}

async function missingTargets(
  db: DbOrTx,
  { type, fields }: CheckedRevision,
  files: ReadonlyMap<string, unknown>,
): Promise<FieldIssue[]> {
  const { entries, assets } = linkedIds(type, fields);
  const there = await db.entry.findMany({
    where: { id: { in: entries.map(({ id }) => id) }, deletedAt: null },
    select: { id: true, type: true },
  });
  const types = new Map(there.map((one) => [one.id, one.type]));
  return [
    ...entries.filter((one) => types.get(one.id) !== one.type),
    ...assets.filter(({ id }) => !files.has(id)),
  ].map(({ field }) => ({
    path: `fields.${field}`,
    message: "What this points at is gone: choose another.",
  }));
}

/** Another entry is still published under the slug, although its draft has moved on to a different one. */
async function slugIssues(db: DbOrTx, { type, slug, row }: CheckedRevision): Promise<FieldIssue[]> {
  const other = await db.publishedEntry.findFirst({
    where: { type: type.name, locale: mainLocale, slug, entryId: { not: row.id } },
    select: { title: true },
  });
  if (!other) return [];
  const message = `“${other.title}” is published under this slug: publish or unpublish that first, or choose another.`;
  return [{ path: "fields.slug", message }];
}

async function hiddenReferences(
  db: DbOrTx,
  actor: Actor,
  { type, fields, row }: CheckedRevision,
): Promise<HiddenReference[]> {
  const { entries } = linkedIds(type, fields);
  const rows = await db.entry.findMany({
    where: {
      AND: [
        visibleEntries(actor),
        { id: { in: entries.map(({ id }) => id) }, publishedVersion: null, stage: { not: "archived" } },
      ],
    },
  });
  const found = new Map(rows.map((one) => [one.id, one]));
  found.delete(row.id);
  return entries.flatMap((target): HiddenReference[] => {
    const one = found.get(target.id);
    // Each once, whatever the number of fields that point at it.
    if (!one || !found.delete(target.id) || one.type !== target.type) return [];
    const { id, title, version } = one;
    const scheduledFor = one.scheduleFailure === null ? one.scheduledFor : null;
    const status = statusOf(one);
    return [{ type: one.type, id, title, field: target.field, version, status, scheduledFor }];
  });
}

async function endedRedirects(db: DbOrTx, { type, slug }: CheckedRevision): Promise<string[]> {
  const path = pagePath(type, slug);
  if (path === null) return [];
  const ofEntry = await db.redirect.count({ where: { type: type.name, locale: mainLocale, slug } });
  const byHand = await db.pathRedirect.count({ where: { path } });
  return ofEntry + byHand > 0 ? [encodePath(path)] : [];
}
