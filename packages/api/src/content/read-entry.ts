import type { PublishedRow } from "@letterpress/db/published/published-row";
import type { ContentType } from "@letterpress/model/content-type";
import { entryPath } from "@letterpress/model/entry-path";
import { fieldReaders } from "./field-readers.ts";
import { chosen } from "./names-to-read.ts";
import { isSystemName, type ReadInput, systemNames } from "./read-schema.ts";

/** An entry as it is stored, and the answer that is made of it. */
export interface ReadEntry {
  id: string;
  /** Stored values of the fields that includes start from. */
  links: Readonly<Record<string, unknown>>;
  answer: Record<string, unknown>;
}

/**
 * What readers get of a stored snapshot: the chosen names, or all that its type has. What is included is left out: its
 * place is filled later. It needs no further check on its way out.
 */
export function readEntry(type: ContentType, row: PublishedRow, read: ReadInput): ReadEntry {
  const { select } = read;
  const answer = readFields(type, { ...JSON.parse(row.text), ...row.links }, read);
  for (const name of systemNames) if (!select || select[name]) answer[name] = systemValue(type, row, name);
  return { id: row.entryId, links: row.links, answer };
}

/**
 * What readers get of stored fields. They may be older than fields of the type, which then read as what the type says
 * they are when missing; what the type has no more is left out.
 */
export function readFields(
  type: ContentType,
  stored: Readonly<Record<string, unknown>>,
  { select, include }: ReadInput = {},
): Record<string, unknown> {
  const readers = fieldReaders(type);
  const answer: Record<string, unknown> = {};
  for (const name of select ? chosen(select) : readers.keys()) {
    if (isSystemName(name) || include?.[name] !== undefined) continue;
    const value = readers.get(name)?.(stored[name]);
    if (value !== undefined) answer[name] = value;
  }
  return answer;
}

function systemValue(type: ContentType, row: PublishedRow, name: (typeof systemNames)[number]): unknown {
  if (name === "id") return row.entryId;
  return name === "path" ? entryPath(type, row.slug) : row[name];
}
