import type { ContentType } from "@letterpress/model/content-type";
import { bodyField } from "./body-field.ts";
import { type FileNames, fileFields } from "./file-fields.ts";
import { yamlText } from "./yaml-text.ts";

/** What the front matter says of an entry beside its fields. No field's name begins with an underscore. */
export interface EntryFacts {
  id: string;
  slug: string;
  /** When it was first published; left out where it never was. */
  publishedAt?: Date;
  /** When what the file holds came to be: published, or saved as a draft. */
  updatedAt: Date;
  _createdAt?: Date;
  /** When a draft was saved that was published later as it is. */
  _savedAt?: Date;
  /** How far a draft is on its way; left out for the beginning. */
  _stage?: string;
  /** Slugs that it had when it was published before: their addresses lead to it. */
  _redirects?: string[];
  /** The version of its content type that the fields are in. */
  _schema: number;
}

/** An entry as markdown with front matter; `fields` are stored values. */
export function entryFile(
  type: ContentType,
  facts: EntryFacts,
  fields: Readonly<Record<string, unknown>>,
  names: FileNames,
): string {
  const body = bodyField(type);
  const text = body === undefined ? undefined : fields[body];
  const isText = typeof text === "string";
  const { [body ?? ""]: _body, ...others } = fields;
  const front = yamlText({
    ...Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [
        name,
        value instanceof Date ? value.toISOString() : value,
      ]),
    ),
    ...fileFields(type.fields, isText ? others : fields, names),
  });
  // An empty line in front and a line break behind, so that any text reads back as it was.
  return `---\n${front}---\n${isText ? `\n${text}\n` : ""}`;
}
