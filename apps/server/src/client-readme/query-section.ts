import type { ContentModel, ContentType } from "@letterpress/model/content-type";
import { code } from "./code.ts";
import { exampleFilters } from "./example-filters.ts";
import { isIncludable, type Link, linksOf } from "./field-uses.ts";

/** How entries are found, ordered, cut to size and read along, by examples that hold for this model. */
export function querySection(model: ContentModel, type: ContentType): string {
  const filters = exampleFilters(type);
  const all = linksOf(model);
  const forward = all.find((link) => link.from === type) ?? all[0];
  const reverse = all.find((link) => link.from === type && link.to !== type) ?? all[0];
  return [
    "## Finding and ordering",
    `Conditions hold together; \`and\`, \`or\` and \`not\` put them together otherwise. Fields that entries can be found
and ordered by are marked in the tables below.`,
    code(findLines(type, filters)),
    `A field is compared with a value, \`{ in: […] }\`, \`{ gt, gte, lt, lte }\` (numbers, dates, \`publishedAt\`,
\`updatedAt\`), \`{ contains }\` (fields with several values) or \`{ exists }\`. A reference is named by the slug or the id
of its target. \`count: true\` adds \`total\`, the number of entries on all pages.`,
    code(pagesLines(type)),
    "## Exactly what you need",
    "The result has the fields that were selected, and its type has no others.",
    code(selectLines(type)),
    ...(forward ? [forwardText, code(forwardLines(forward))] : []),
    ...(reverse
      ? [
          `Entries that point here are read along by the type and field that they point with, newest first. Includes may be
nested up to 3 deep; each level costs the server one statement.`,
          code(reverseLines(reverse)),
        ]
      : []),
  ].join("\n\n");
}

const forwardText = `A reference is read as \`{ type, id }\`; included, it is the entry that it points at. What is not
published is not there: \`null\` for a single reference, left out of several.`;

function findLines(type: ContentType, filters: string[]): string[] {
  const order =
    Object.entries(type.fields).find(([, { kind }]) => ["number", "date", "datetime"].includes(kind))?.[0] ??
    type.titleField;
  const [first = "", second = 'slug: "some-slug"', ...more] = filters;
  return [
    `const found = await press.content.${type.name}.list({`,
    "  where: {",
    ...[first, second, ...more.slice(0, 2)].map((filter) => `    ${filter},`),
    "  },",
    `  orderBy: "-publishedAt", // or "${order}", "-${order}", "updatedAt" …`,
    "});",
    `const either = await press.content.${type.name}.list({`,
    "  where: {",
    `    or: [{ ${first} }, { not: { ${second} } }],`,
    '    publishedAt: { gte: new Date("2026-01-01") },',
    "  },",
    "  count: true,",
    "});",
    "console.log(found.items.length, either.total);",
  ];
}

function pagesLines(type: ContentType): string[] {
  return [
    "let cursor: string | undefined;",
    "do {",
    `  const page = await press.content.${type.name}.list({ limit: 100, cursor });`,
    `  for (const entry of page.items) console.log(entry.${type.titleField});`,
    "  cursor = page.nextCursor ?? undefined;",
    "} while (cursor);",
  ];
}

function selectLines(type: ContentType): string[] {
  return [
    `const { items } = await press.content.${type.name}.list({ select: { ${type.titleField}: true, path: true } });`,
    `for (const entry of items) console.log(entry.${type.titleField}, entry.path);`,
  ];
}

function forwardLines({ from, field, to }: Link): string[] {
  const { kind, presence } = from.fields[field] ?? {};
  const several = Object.entries(from.fields).find(
    ([name, { kind }]) => kind === "references" && name !== field,
  );
  const target = several && from.fields[several[0]];
  const include = [`${field}: true`, ...(several ? [`${several[0]}: { select: { slug: true } }`] : [])].join(
    ", ",
  );
  const read =
    kind === "references"
      ? `entry.${field}${presence === "optional" ? "?" : ""}.map((target) => target.${to.titleField})`
      : `entry.${field}?.${to.titleField}`;
  const alsoRead = several
    ? `, entry.${several[0]}${target?.presence === "optional" ? "?" : ""}.map((target) => target.slug)`
    : "";
  return [
    `const { items } = await press.content.${from.name}.list({`,
    `  include: { ${include} },`,
    "});",
    `for (const entry of items) console.log(${read}${alsoRead});`,
  ];
}

function reverseLines({ from, field, to }: Link): string[] {
  const name = `${from.name}.${field}`;
  const nested = Object.entries(from.fields).find(
    ([other, candidate]) => isIncludable(candidate) && other !== field,
  );
  const sub = nested ? `{ limit: 3, include: { ${nested[0]}: true } }` : "{ limit: 3 }";
  return [
    `const entry = await press.content.${to.name}.get({`,
    '  slug: "some-slug",',
    `  include: { "${name}": ${sub} },`,
    "});",
    `for (const source of entry["${name}"]) console.log(source.${from.titleField});`,
  ];
}
