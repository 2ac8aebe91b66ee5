import { shapeOf } from "@letterpress/api/content/shape-of";
import { facetsOf } from "@letterpress/api/facets/facets-of";
import { mainLocale } from "@letterpress/api/model/main-locale";
import { outputFields } from "@letterpress/api/publishing/output-fields";
import type { Row } from "./copy-rows.ts";
import type { FilledEntry } from "./filling.ts";

/** In the order in which they can be written. */
export const tables = ["entry", "revision", "published_entry", "facet", "event"] as const;

/** The rows of an entry that was saved once and published, by table. */
export function rowsOf(entry: FilledEntry): Record<(typeof tables)[number], Row[]> {
  const { type, id, slug, title, fields, texts, publishedAt } = entry;
  const place = { type: type.name, locale: mainLocale };
  const revision = { slug, version: 1, schema_version: type.version };
  const output = outputFields(type.fields, fields, { texts, images: new Map(), files: new Map() });
  const saved = { ...place, ...revision, title, updated_at: publishedAt };
  return {
    entry: [
      {
        ...saved,
        id,
        fields,
        created_at: publishedAt,
        first_published_at: publishedAt,
        published_version: 1,
      },
    ],
    revision: [{ ...revision, entry_id: id, fields, created_at: publishedAt }],
    published_entry: [
      {
        ...saved,
        entry_id: id,
        fields: output,
        shape: shapeOf(type, 1, output),
        published_at: publishedAt,
      },
    ],
    facet: facetsOf(type, fields).map((facet) => ({
      ...place,
      ...facet,
      entry_id: id,
      published_at: publishedAt,
    })),
    event: [
      {
        name: "entry.published",
        actor: { kind: "system", name: "fill" },
        entry_id: id,
        payload: { type: type.name, slug, title, version: 1 },
        created_at: publishedAt,
      },
    ],
  };
}
