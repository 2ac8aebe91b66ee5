import type { MixedType } from "./content-source.ts";

const readTypes = 20;
const writtenTypes = 8;
const includeDepth = 3;

/** The source of an app that reads 20 of the types in every way there is, and writes some. */
export function consumerSource(types: MixedType[]): string {
  const byName = new Map(types.map((type) => [type.name, type]));
  const read = types
    .filter((_, index) => index % Math.floor(types.length / readTypes) === 0)
    .slice(0, readTypes);
  const reads = read.map((type) => readSource(type, byName));
  const writes = read.slice(0, writtenTypes).map(writeSource);
  return `import { createClient, type Published, safe } from "@letterpress/client";

const press = createClient({ url: "http://localhost" });

${[...reads, ...writes].join("\n")}`;
}

function readSource(type: MixedType, byName: Map<string, MixedType>): string {
  const { name } = type;
  const order = type.fields.findLast(({ isOrdered }) => isOrdered)?.name ?? "title";
  const chosen = type.fields.slice(0, 4).map((field) => `${field.name}: true`);
  const include = includeSource(type, byName, includeDepth);
  return `export async function read_${name}() {
  const page = await press.content.${name}.list({ where: ${whereSource(type)}, orderBy: "-${order}", limit: 10 });
  // @ts-expect-error the type has no such field
  void page.items[0]?.nothing;
  const titles: string[] = page.items.map((one) => one.title);
  const some = await press.content.${name}.list({ select: { ${chosen.join(", ")}, publishedAt: true }, count: true });
  // @ts-expect-error it was not selected
  void some.items[0]?.slug;
  const total: number = some.total;
  const date: Date | undefined = some.items[0]?.publishedAt;
  const deep = await press.content.${name}.list({ where: { author: "ann-author" }, include: ${include} });
  const far: string | undefined = deep.items[0]?.author?.author?.author?.title;
  const one = await press.content.${name}.get({ slug: "on-type", select: { title: true, author: true }, include: { author: { select: { title: true } } } });
  const author: string | undefined = one.author?.title;
  const whole = await safe(press.content.${name}.get({ slug: "on-type" }));
  return { titles, total, date, far, author, slug: whole.ok ? whole.data.slug : whole.error.code };
}
export function path_of_${name}(entry: Published<"${name}">): string | null {
  return entry.title === "" ? null : entry.path;
}
`;
}

function whereSource({ fields }: MixedType): string {
  const all = fields.flatMap(({ name, conditions }) => conditions.map((one) => `{ ${name}: ${one} }`));
  const plain = fields.flatMap(({ name, conditions: [first] }) => (first ? [`${name}: ${first}`] : []));
  return `{ ${plain.join(", ")}, publishedAt: { lt: new Date() }, or: [${all.join(", ")}], not: { and: [${all.slice(0, 3).join(", ")}] } }`;
}

function includeSource(type: MixedType, byName: Map<string, MixedType>, depth: number): string {
  const included = type.fields
    .filter(({ isReference }) => isReference)
    .map(({ name }) => {
      const target = byName.get(name === "author" ? type.near : type.far);
      if (depth === 1 || !target) return `${name}: true`;
      return `${name}: { include: ${includeSource(target, byName, depth - 1)} }`;
    });
  const source = [...byName.values()].find(({ near }) => near === type.name)?.name;
  const back = depth === 1 ? "" : `"${source}.author": { limit: 5, select: { title: true, slug: true } }`;
  return `{ ${[...included, back].filter(Boolean).join(", ")} }`;
}

function writeSource({ name, fields }: MixedType): string {
  const required = fields.flatMap((field) => (field.required ? [`${field.name}: ${field.required}`] : []));
  return `export async function write_${name}() {
  const { id, version } = await press.entries.${name}.create({ fields: { ${required.join(", ")} } });
  const saved = await safe(press.entries.${name}.save({ id, expectedVersion: version, fields: { title: "On paper" } }));
  if (!saved.ok) return saved.error.code === "ENTRY_STALE" ? saved.error.details.current.version : null;
  const draft: string | undefined = saved.data.fields.title;
  return draft;
}
`;
}
