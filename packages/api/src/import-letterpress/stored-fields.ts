import type { Field, FieldMap } from "@letterpress/model/field";
import { isPlainObject } from "@letterpress/model/plain-object";

export interface FileIds {
  /** The id of the entry of this type and slug; undefined where there is none. */
  entry(type: string, slug: string): string | undefined;
}

type Report = (path: PropertyKey[], message: string) => void;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const assetPath = /^assets\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-/;

/**
 * The values of a file's fields, in the form in which they are saved: names of entries and assets become their ids.
 * What has the shape of no field is left for the type's own schema to refuse.
 */
export function storedFields(
  fields: FieldMap,
  given: Readonly<Record<string, unknown>>,
  ids: FileIds,
  report: Report,
  path: PropertyKey[] = [],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return [name, field ? storedValue(field, value, ids, report, [...path, name]) : value];
    }),
  );
}

function storedValue(
  field: Field,
  given: unknown,
  ids: FileIds,
  report: Report,
  path: PropertyKey[],
): unknown {
  const { item, fields, blocks, kind, settings } = field;
  const each = (one: (value: unknown, at: PropertyKey[]) => unknown) =>
    Array.isArray(given) ? given.map((value, index) => one(value, [...path, index])) : given;
  if (item) return each((value, at) => storedValue(item, value, ids, report, at));
  if (fields) return isPlainObject(given) ? storedFields(fields, given, ids, report, path) : given;
  if (blocks)
    return each((block, at) =>
      isPlainObject(block) ? storedFields(fieldsOf(blocks, block), block, ids, report, at) : block,
    );
  if (kind === "reference") return entryId(given, settings.to ?? "", ids, report, path);
  if (kind === "references") return each((value, at) => entryId(value, settings.to ?? "", ids, report, at));
  if (kind === "image" || kind === "file") return assetId(given, report, path);
  return given;
}

function fieldsOf(blocks: Readonly<Record<string, Field>>, block: Record<string, unknown>): FieldMap {
  const name = String(block.type);
  return Object.hasOwn(blocks, name) ? (blocks[name]?.fields ?? {}) : {};
}

/** `{ entry: person/ann, id: … }`, of which the id counts, or `person/ann`, `ann`, an id alone. */
function entryId(given: unknown, to: string, ids: FileIds, report: Report, path: PropertyKey[]): unknown {
  if (isPlainObject(given)) return given.id ?? entryId(given.entry, to, ids, report, path);
  if (typeof given !== "string" || uuid.test(given)) return given;
  const slug = given.startsWith(`${to}/`) ? given.slice(to.length + 1) : given;
  const id = ids.entry(to, slug.normalize("NFC"));
  if (id === undefined) report(path, `There is no ${to}/${slug}, in these files or in the publication.`);
  return id;
}

function assetId(given: unknown, report: Report, path: PropertyKey[]): unknown {
  if (typeof given !== "string" || uuid.test(given)) return given;
  const id = assetPath.exec(given)?.[1];
  if (id === undefined)
    report(
      path,
      `${given.slice(0, 100)} is no asset of an export: upload it in the Studio, and give its id here.`,
    );
  return id;
}
