import type { PublishedRow } from "@letterpress/db/published/published-row";
import type { ContentType } from "@letterpress/model/content-type";
import { entryPath } from "@letterpress/model/entry-path";
import { chosen } from "./names-to-read.ts";
import type { ReadInput } from "./read-schema.ts";

/** An entry as it is stored, and the answer that is made of it. */
export interface ReadEntry {
  id: string;
  stored: Readonly<Record<string, unknown>>;
  answer: Record<string, unknown>;
}

/**
 * What readers get of a stored snapshot: the chosen names, or all that its type has. It may be older than fields of
 * the type, which then read as what the type says they are when missing; what the type has no more is left out.
 */
export function readEntry(type: ContentType, row: PublishedRow, { select }: ReadInput): ReadEntry {
  const stored = row.fields as Record<string, unknown>;
  const system: Record<string, unknown> = {
    id: row.entryId,
    type: row.type,
    slug: row.slug,
    path: entryPath(type, row.slug),
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
  };
  const answer: Record<string, unknown> = {};
  for (const name of select ? chosen(select) : [...Object.keys(type.fields), ...Object.keys(system)]) {
    const value = Object.hasOwn(system, name) ? system[name] : fieldValue(type, stored, name);
    if (value !== undefined) answer[name] = value;
  }
  return { id: row.entryId, stored, answer };
}

function fieldValue(type: ContentType, stored: Record<string, unknown>, name: string): unknown {
  const field = type.fields[name];
  const value = stored[name];
  // Null stands for a field that the snapshot does not have; only JSON can mean it.
  const isThere = field?.kind === "json" ? value !== undefined : value !== undefined && value !== null;
  // Checked here, as the schema of the answer takes any part of an entry where a reference is.
  const isReference = field?.kind === "reference" || field?.kind === "references";
  const checked = isThere && isReference ? field.output.safeParse(value) : undefined;
  if (isThere && !isReference) return value;
  if (checked?.success) return checked.data;
  return field?.presence === "optional" ? undefined : field?.whenMissing;
}
