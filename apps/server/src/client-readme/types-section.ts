import type { ContentModel, ContentType } from "@letterpress/model/content-type";
import type { Field } from "@letterpress/model/field";
import { isFilterable, isIncludable, isOrderable, linksOf } from "./field-uses.ts";
import { typeText } from "./type-text.ts";

/** Every content type with its fields, what they are when they are read, and what they can be used for. */
export function typesSection(model: ContentModel): string {
  return [
    "## Content types",
    `Each entry also has \`id\`, \`type\`, \`slug\`, \`path\` (its address on the site, \`null\` for types without pages),
\`publishedAt\` and \`updatedAt\`, both a \`Date\`. \`Published<"${Object.keys(model)[0] ?? ""}">\` is the type of such an entry. Names with a question
mark may be missing.`,
    ...Object.values(model).flatMap((type) => [
      `### ${plain(type.label)}: \`press.content.${type.name}\``,
      ...(type.path === null ? [] : [`Its pages are at \`${type.path}\`.`]),
      table(type),
      ...backlinks(model, type),
    ]),
  ].join("\n\n");
}

function table({ fields }: ContentType): string {
  const rows = Object.entries(fields)
    .filter(([name]) => name !== "slug")
    .map(([name, field]) => {
      const label = `\`${name}${field.presence === "optional" ? "?" : ""}\``;
      return `| ${label} | ${inCell(typeText(field))} | ${uses(field)} | ${notes(field)} |`;
    });
  return ["| field | type | use | |", "|---|---|---|---|", ...rows].join("\n");
}

function uses(field: Field): string {
  return [
    ...(isFilterable(field) ? ["where"] : []),
    ...(isOrderable(field) ? ["orderBy"] : []),
    ...(isIncludable(field) ? ["include"] : []),
  ].join(", ");
}

function notes({ kind, help }: Field): string {
  const form = kind === "date" ? ["`YYYY-MM-DD`."] : kind === "color" ? ["`#rrggbb`."] : [];
  return [...form, ...(help === undefined ? [] : [plain(help)])].join(" ");
}

function backlinks(model: ContentModel, type: ContentType): string[] {
  const names = linksOf(model)
    .filter(({ to }) => to === type)
    .map(({ from, field }) => `\`"${from.name}.${field}"\``);
  return names.length === 0 ? [] : [`Entries that point here, for \`include\`: ${names.join(", ")}.`];
}

/** Code in the cell of a table. A backtick in an option needs a longer fence. */
function inCell(text: string): string {
  const fence = text.includes("`") ? "``" : "`";
  return `${fence}${text.replaceAll("|", "\\|")}${fence}`;
}

/** Words of editors and developers, without what would be markup here. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_[\]<>|#]/g, "\\$&");
}
