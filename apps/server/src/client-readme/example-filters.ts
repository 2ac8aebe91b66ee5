import type { ContentType } from "@letterpress/model/content-type";
import type { Field } from "@letterpress/model/field";
import { isFilterable } from "./field-uses.ts";

/** Conditions that show most come first. */
const interest: Field["kind"][] = [
  "select",
  "references",
  "datetime",
  "date",
  "number",
  "boolean",
  "multiSelect",
  "reference",
  "list",
  "text",
];

/** Lines of a `where` on fields that the type really has, each of another kind: `level: "beginner"`. */
export function exampleFilters({ fields }: ContentType): string[] {
  const filterable = Object.entries(fields).filter(([, field]) => isFilterable(field));
  return interest.flatMap((kind) => {
    const [name, field] = filterable.find(([, candidate]) => candidate.kind === kind) ?? [];
    const filter = field && filterOf(field);
    return name && filter ? [`${name}: ${filter}`] : [];
  });
}

function filterOf({ kind, settings, item }: Field): string | undefined {
  const { options = [], min = 1 } = settings;
  switch (kind) {
    case "select":
      return options.length > 2
        ? `{ in: [${options
            .slice(0, 2)
            .map((value) => JSON.stringify(value))
            .join(", ")}] }`
        : JSON.stringify(options[0]);
    case "multiSelect":
      return `{ contains: ${JSON.stringify(options[0])} }`;
    case "references":
      return `{ contains: "slug-or-id" }`;
    case "reference":
      return `"slug-or-id"`;
    case "number":
      return `{ gte: ${min}, lt: ${min + 10} }`;
    case "boolean":
      return "true";
    case "date":
      return `{ gte: "2026-01-01" }`;
    case "datetime":
      return "{ gte: new Date() }";
    case "text":
      return `"The whole of it"`;
    case "list":
      return item?.kind === "text" ? `{ contains: "one of them" }` : undefined;
    default:
      return undefined;
  }
}
