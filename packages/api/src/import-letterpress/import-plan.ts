import { uuidv7 } from "@letterpress/db/uuidv7";
import type { ContentType } from "@letterpress/model/content-type";
import type { Deps } from "../deps.ts";
import { draftEnding, typeFolder } from "../export/file-names.ts";
import { mainLocale } from "../model/main-locale.ts";
import { type EntryFile, readHead } from "./entry-file.ts";
import type { ImportSource } from "./import-source.ts";
import type { Problem } from "./problem.ts";
import { storedFields } from "./stored-fields.ts";

interface PlannedFile extends EntryFile {
  slug: string;
}

/** An entry of the folder: its one or two files. */
export interface PlannedEntry {
  id: string;
  type: ContentType;
  published?: PlannedFile;
  draft?: PlannedFile;
}

/** The entries of a folder; little more than their names are in memory. */
export interface ImportPlan {
  entries: Map<string, PlannedEntry>;
  /** Ids by `type/slug`: of the folder's entries, and of those of the publication that files name by it. */
  bySlug: Map<string, string>;
}

/** Finds the entries of a folder. A file without an id is of the entry that has its slug, else of a new one. */
export async function planImport(deps: Deps, source: ImportSource, problems: Problem[]): Promise<ImportPlan> {
  const plan: ImportPlan = { entries: new Map(), bySlug: new Map() };
  const withoutId: PlannedFile[] = [];
  const named = new Set<string>();
  for await (const file of entryFiles(deps, source)) {
    const head = await readHead(source, file, problems);
    if (!head) continue;
    const planned = { ...file, slug: head.slug };
    const noticeName = (type: string, slug: string) => {
      named.add(`${type}/${slug}`);
      return undefined;
    };
    storedFields(file.type.fields, head.fields, { entry: noticeName }, () => undefined);
    if (head.facts.id === undefined) withoutId.push(planned);
    else add(plan, head.facts.id, planned, problems);
  }
  // Now it is known which slugs the files with ids have.
  for (const file of withoutId) add(plan, await idOf(deps, plan, file), file, problems);
  checkSlugs(plan.entries.values(), problems);
  for (const name of named) {
    if (plan.bySlug.has(name)) continue;
    const slash = name.indexOf("/");
    const id = await findId(deps, name.slice(0, slash), name.slice(slash + 1));
    if (id !== undefined) plan.bySlug.set(name, id);
  }
  return plan;
}

async function* entryFiles(deps: Deps, source: ImportSource): AsyncGenerator<EntryFile> {
  for (const type of Object.values(deps.model)) {
    const folder = typeFolder(deps.model, type);
    for (const name of await source.list(folder))
      if (name.endsWith(".md"))
        yield { path: `${folder}/${name}`, type, isDraft: name.endsWith(draftEnding) };
  }
}

async function idOf(deps: Deps, { bySlug }: ImportPlan, { type, slug }: PlannedFile): Promise<string> {
  return bySlug.get(`${type.name}/${slug}`) ?? (await findId(deps, type.name, slug)) ?? uuidv7();
}

async function findId({ db }: Deps, type: string, slug: string): Promise<string | undefined> {
  const place = { type, locale: mainLocale, slug };
  const row = await db.entry.findFirst({ where: { ...place, deletedAt: null }, select: { id: true } });
  return row?.id;
}

function add({ entries, bySlug }: ImportPlan, id: string, file: PlannedFile, problems: Problem[]): void {
  const entry: PlannedEntry = entries.get(id) ?? { id, type: file.type };
  const place = file.isDraft ? "draft" : "published";
  const other = entry[place] ?? (entry.type === file.type ? undefined : (entry.published ?? entry.draft));
  if (other) {
    problems.push({
      file: file.path,
      line: 0,
      message: `${other.path} is of the same entry: keep one of them.`,
    });
    return;
  }
  entry[place] = file;
  entries.set(id, entry);
  const name = `${file.type.name}/${file.slug}`;
  if (!bySlug.has(name)) bySlug.set(name, id);
}

/** Two entries of one type cannot have one slug, as drafts or for readers. */
function checkSlugs(entries: Iterable<PlannedEntry>, problems: Problem[]): void {
  const seen = new Map<string, string>();
  for (const { type, published, draft } of entries)
    for (const [kind, file] of Object.entries({ published, draft: draft ?? published })) {
      if (!file) continue;
      const key = `${kind} ${type.name}/${file.slug}`;
      const first = seen.get(key);
      if (first !== undefined)
        problems.push({
          file: file.path,
          line: 0,
          message: `${first} has the same slug: change one of them.`,
        });
      else seen.set(key, file.path);
    }
}
