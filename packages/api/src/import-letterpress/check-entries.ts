import { reservedSlugs } from "@letterpress/model/define-content-model";
import type { Deps } from "../deps.ts";
import { mainLocale } from "../model/main-locale.ts";
import { linkedIds } from "../publishing/linked-ids.ts";
import type { AssetFile } from "./asset-file.ts";
import { type EntryContent, type EntryFile, readContent } from "./entry-file.ts";
import type { ImportPlan, PlannedEntry } from "./import-plan.ts";
import type { ImportSource } from "./import-source.ts";
import type { Problem } from "./problem.ts";
import type { FileIds } from "./stored-fields.ts";

interface EntriesCheck {
  source: ImportSource;
  plan: ImportPlan;
  assets: ReadonlyMap<string, AssetFile>;
  ids: FileIds;
}

/** Checks everything that keeps an entry of the folder from being saved, or published where it is to be. */
export async function checkEntry(
  deps: Deps,
  entry: PlannedEntry,
  check: EntriesCheck,
  problems: Problem[],
): Promise<void> {
  const latest = entry.draft ?? entry.published;
  for (const file of [entry.published, entry.draft]) {
    if (!file) continue;
    const content = await readContent(check.source, file, check.ids, problems);
    if (content && !file.isDraft)
      await checkPublished(deps, { ...file, id: entry.id }, content, check, problems);
  }
  if (!latest) return;
  const report = (message: string) => void problems.push({ file: latest.path, line: 0, message });
  const { id, type } = entry;
  const row = await deps.db.entry.findUnique({ where: { id }, select: { type: true, deletedAt: true } });
  if (row?.deletedAt) report("This entry is in the bin here: restore it there, or delete it for good.");
  if (row && row.type !== type.name)
    report(`This entry is a ${row.type} here: it cannot become a ${type.name}.`);
  if (reservedSlugs(deps.model, type).has(latest.slug))
    report(`The slug "${latest.slug}" belongs to the server: choose another one.`);
  const other = await deps.db.entry.findFirst({
    where: { type: type.name, locale: mainLocale, slug: latest.slug, deletedAt: null, id: { not: id } },
    select: { id: true, title: true },
  });
  if (other)
    report(`The entry "${other.title}" (${other.id}) has the slug "${latest.slug}" here: change one.`);
}

async function checkPublished(
  { db, clock }: Deps,
  { path, type, id }: EntryFile & { id: string },
  { facts, stored, slug, parsed }: EntryContent,
  { plan, assets }: EntriesCheck,
  problems: Problem[],
): Promise<void> {
  const report = (at: PropertyKey[], message: string) =>
    void problems.push({ file: path, line: parsed.lineOf(at), message });
  if (facts.publishedAt && facts.publishedAt > clock())
    report(
      ["publishedAt"],
      "This is in the future: make it a draft (.draft.md), and schedule it in the Studio.",
    );
  const shown = await db.publishedEntry.findFirst({
    where: { type: type.name, locale: mainLocale, slug, entryId: { not: id } },
    select: { title: true },
  });
  if (shown) report(["slug"], `"${shown.title}" is published under the slug "${slug}" here: change one.`);
  const linked = linkedIds(type, stored);
  const keysOf = (field: string) => field.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  for (const target of linked.entries) {
    const isHere =
      plan.entries.get(target.id)?.type.name === target.type ||
      (await db.entry.count({ where: { id: target.id, type: target.type, deletedAt: null } })) > 0;
    if (!isHere)
      report(
        keysOf(target.field),
        `${target.field}: there is no ${target.type} ${target.id}, in these files or in the publication.`,
      );
  }
  for (const target of linked.assets) {
    const isHere = assets.has(target.id) || (await db.asset.count({ where: { id: target.id } })) > 0;
    if (!isHere)
      report(
        keysOf(target.field),
        `${target.field}: there is no asset ${target.id}, in these files or in the publication.`,
      );
  }
}
