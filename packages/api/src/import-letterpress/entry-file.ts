import type { ContentType } from "@letterpress/model/content-type";
import { fieldChangesSchema } from "@letterpress/model/field-schemas";
import { UpgradeError, upgradeFields } from "@letterpress/model/upgrade-fields";
import { splitFields } from "../entries/split-fields.ts";
import { bodyField } from "../export/body-field.ts";
import { issuesOf } from "../issues-of.ts";
import { publishIssues } from "../publishing/publish-issues.ts";
import { checkSlug, type EntryFacts, splitFront } from "./entry-facts.ts";
import type { ImportSource } from "./import-source.ts";
import { type ParsedEntryFile, parseEntryFile } from "./parse-entry-file.ts";
import type { Problem } from "./problem.ts";
import { readText } from "./read-text.ts";
import { type FileIds, storedFields } from "./stored-fields.ts";

/** A file of an entry, by its name. */
export interface EntryFile {
  path: string;
  type: ContentType;
  /** `slug.draft.md`: what editors see; else what readers see. */
  isDraft: boolean;
}

/** What a file says of its entry. */
export interface HeadOfFile {
  facts: EntryFacts;
  slug: string;
  parsed: ParsedEntryFile;
  fields: Record<string, unknown>;
}

export interface EntryContent extends Omit<HeadOfFile, "fields"> {
  title: string;
  /** In the form in which a draft is stored. */
  stored: ReturnType<typeof splitFields>["stored"];
}

/** Reads what a file says of its entry. `null` with problems. */
export async function readHead(
  source: ImportSource,
  { path, type, isDraft }: EntryFile,
  problems: Problem[],
): Promise<HeadOfFile | null> {
  const before = problems.length;
  const report = (line: number, message: string) => void problems.push({ file: path, line, message });
  const text = await readText(source, path);
  if (text === null) {
    report(0, "This is no text in UTF-8, or there is too much of it.");
    return null;
  }
  const parsed = parseEntryFile(text);
  for (const { line, message } of parsed.issues) report(line, message);
  const { facts, fields, unknown } = splitFront(parsed.front);
  for (const name of unknown)
    report(parsed.lineOf([name]), `"${name}" is nothing that an export writes: remove it.`);
  if (!facts.success) {
    for (const issue of facts.error.issues)
      report(parsed.lineOf(issue.path), `${issue.path.join(".")}: ${issue.message}`);
    return null;
  }
  const given = facts.data.slug ?? nameOf(path, isDraft);
  const slug = checkSlug(type, given);
  if (slug && !slug.success) {
    const [issue] = issuesOf(slug.error);
    report(parsed.lineOf(["slug"]), `The slug "${given.slice(0, 100)}" does not fit: ${issue?.message}`);
  }
  if (problems.length > before) return null;
  return { facts: facts.data, slug: slug?.success ? String(slug.data) : given, parsed, fields };
}

function nameOf(path: string, isDraft: boolean): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.slice(0, -(isDraft ? ".draft.md" : ".md").length);
}

/** Reads and checks the fields of a file. `null` with problems. */
export async function readContent(
  source: ImportSource,
  file: EntryFile,
  ids: FileIds,
  problems: Problem[],
): Promise<EntryContent | null> {
  const head = await readHead(source, file, problems);
  if (!head) return null;
  const before = problems.length;
  const { type } = file;
  const { parsed, facts, slug } = head;
  const body = bodyField(type);
  const report = (path: PropertyKey[], message: string) => {
    const inBody = path.length === 1 && path[0] === body && parsed.body !== undefined;
    const line = inBody ? parsed.bodyLine : parsed.lineOf(path);
    problems.push({ file: file.path, line, message: `${path.join(".")}: ${message}` });
  };
  if (parsed.body !== undefined && parsed.body.trim() !== "" && body === undefined)
    problems.push({
      file: file.path,
      line: parsed.bodyLine,
      message: `A ${type.name} has no markdown field: remove the text below the front matter.`,
    });
  if (body !== undefined && parsed.body !== undefined && head.fields[body] !== undefined)
    report([body], "This field is the text below the front matter: name it in one place.");
  const withBody =
    body === undefined || parsed.body === undefined ? head.fields : { ...head.fields, [body]: parsed.body };
  const current = upgraded(type, facts, storedFields(type.fields, withBody, ids, report), report);
  for (const name of Object.keys(current)) {
    if (Object.hasOwn(type.fields, name)) continue;
    report([name], "There is no field of this name: remove it, or mend the name.");
    delete current[name];
  }
  const checked = fieldChangesSchema(type).safeParse(current);
  if (!checked.success)
    for (const issue of issuesOf(checked.error)) report(keysOf(issue.path), issue.message);
  if (problems.length > before || !checked.success) return null;
  const { title, stored } = splitFields(type, {}, checked.data);
  if (!file.isDraft)
    for (const { path, message } of publishIssues(type, stored))
      report(keysOf(path.replace(/^fields\./, "")), message);
  return problems.length > before ? null : { facts, slug, parsed, title, stored };
}

function upgraded(
  type: ContentType,
  { _schema: schema = type.version }: EntryFacts,
  fields: Record<string, unknown>,
  report: (path: PropertyKey[], message: string) => void,
) {
  if (schema > type.version)
    report(
      ["_schema"],
      `A ${type.name} is of version ${type.version} here: deploy the newer content types first.`,
    );
  if (schema >= type.version) return { ...fields };
  try {
    return { ...upgradeFields(type, fields, schema) };
  } catch (error) {
    if (!(error instanceof UpgradeError)) throw error;
    report(["_schema"], error.message);
    return { ...fields };
  }
}

function keysOf(path: string): PropertyKey[] {
  return path === "" ? [] : path.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
