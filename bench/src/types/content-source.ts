import { everywhere, inTurn, type MixedField } from "./field-mix.ts";

/** A type of the content model that is measured. */
export interface MixedType {
  name: string;
  fields: MixedField[];
  /** The types that its references point at. */
  near: string;
  far: string;
}

const typeCount = 50;
const fieldCount = 10;

/** 50 content types with 10 fields each, of all kinds in turn. */
export function mixedTypes(): MixedType[] {
  const name = (index: number) => `type${(index % typeCount) + 1}`;
  const turns = fieldCount - everywhere.length;
  return Array.from({ length: typeCount }, (_, index) => ({
    name: name(index),
    fields: [
      ...everywhere,
      ...Array.from(
        { length: turns },
        (_, turn) => inTurn[(index * turns + turn) % inTurn.length] as MixedField,
      ),
    ],
    near: name(index + 1),
    far: name(index * 7 + 3),
  }));
}

/** The source of the content model, as somebody would write it in `packages/content`. */
export function contentSource(types: MixedType[]): string {
  const declarations = types.map(({ name, fields, near, far }) => {
    const lines = fields.map((field) => `    ${field.name}: ${field.declare({ near, far })},`);
    return `const ${name} = defineType("${name}", {\n  path: "/${name}/:slug",\n  fields: {\n${lines.join("\n")}\n  },\n});`;
  });
  const kinds = [
    ...[
      "blocks",
      "boolean",
      "color",
      "custom",
      "date",
      "datetime",
      "defineContentModel",
      "defineType",
      "email",
    ],
    ...[
      "file",
      "group",
      "image",
      "json",
      "list",
      "markdown",
      "multiSelect",
      "number",
      "reference",
      "references",
    ],
    ...["select", "text", "url"],
  ];
  return `import { ${kinds.join(", ")} } from "@letterpress/model";
import { z } from "zod";

${declarations.join("\n\n")}

export const contentModel = defineContentModel([${types.map(({ name }) => name).join(", ")}]);
`;
}
