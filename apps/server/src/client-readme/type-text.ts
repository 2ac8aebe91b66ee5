import type { Field, FieldMap } from "@letterpress/model/field";

/** The TypeScript type of a field as it is read, without what being optional adds to it. */
export function typeText(field: Field): string {
  const { kind, item, fields, blocks, settings } = field;
  switch (kind) {
    case "number":
    case "boolean":
      return kind;
    case "datetime":
      return "Date";
    case "select":
      return unionOf(settings.options ?? []);
    case "multiSelect":
      return arrayOf(unionOf(settings.options ?? []));
    case "markdown":
      return "RenderedMarkdown";
    case "image":
      return "Image";
    case "file":
      return "StoredFile";
    case "reference":
      return referenceTo(settings.to ?? "");
    case "references":
      return arrayOf(referenceTo(settings.to ?? ""));
    case "list":
      return arrayOf(item ? typeText(item) : "unknown");
    case "group":
      return objectOf(fields ?? {});
    case "blocks":
      return arrayOf(
        Object.entries(blocks ?? {})
          .map(([name, block]) => objectOf(block.fields ?? {}, `type: ${JSON.stringify(name)}`))
          .join(" | "),
      );
    case "json":
      return "JsonValue";
    // What its schema gives is not written anywhere: the compiler knows it.
    case "custom":
      return "unknown";
    default:
      return "string";
  }
}

function referenceTo(type: string): string {
  return `Reference<${JSON.stringify(type)}>`;
}

function unionOf(values: readonly string[]): string {
  return values.map((value) => JSON.stringify(value)).join(" | ");
}

function arrayOf(type: string): string {
  return type.includes(" | ") && !/^\{[^|]*\}$/.test(type) ? `(${type})[]` : `${type}[]`;
}

function objectOf(fields: FieldMap, ...first: string[]): string {
  const members = Object.entries(fields).map(
    ([name, field]) => `${name}${field.presence === "optional" ? "?" : ""}: ${typeText(field)}`,
  );
  return `{ ${[...first, ...members].join("; ")} }`;
}
