import type { PublishedRow } from "@letterpress/db/published/published-row";
import type { ContentType } from "@letterpress/model/content-type";
import { entryPath } from "@letterpress/model/entry-path";
import { transformer } from "../wire/transformer.ts";
import { WireText } from "../wire/wire-text.ts";
import { type ReadEntry, readEntry } from "./read-entry.ts";
import type { ReadInput } from "./read-schema.ts";
import { readsAsStored } from "./shape-of.ts";

/** The entry that an answer is to be written of; beside it, the answer has what is included. */
const written = Symbol("written");

interface Source {
  type: ContentType;
  row: PublishedRow;
  read: ReadInput;
}

type Answer = Record<string, unknown> & { [written]?: Source };

/** Like `readEntry`, for {@link writeAnswer}: nothing is read of the fields before it must be. */
export function unreadEntry(type: ContentType, row: PublishedRow, read: ReadInput): ReadEntry {
  const answer: Answer = { [written]: { type, row, read } };
  return { id: row.entryId, links: row.links, answer };
}

/**
 * The answer of entries from {@link unreadEntry}, included ones in them, alone or in lists. What is stored as readers get
 * it is passed on as it stands, so that a list of long texts costs little more than its bytes.
 */
export function writeAnswer(whole: Record<string, unknown>): WireText {
  const made = new Map<object, WireText>();
  return write(whole);

  function write(answer: Answer): WireText {
    const known = made.get(answer);
    if (known) return known;
    const source = answer[written];
    const parts = source ? [ownPart(source)] : [];
    for (const [name, value] of Object.entries(answer))
      if (value !== undefined) parts.push(member(name, value));
    const text = new WireText(`{${textOf(parts)}}`, kindsOf(parts));
    made.set(answer, text);
    return text;
  }

  /** An included entry, a list of them, or a plain value. */
  function member(name: string, value: unknown): WireText {
    // A backlink's name has a point, which superjson would take for the end of a part of the path.
    const place = name.replaceAll(".", "\\\\.");
    if (Array.isArray(value)) {
      const items = value.map((item) => write(item));
      const kinds = items.flatMap((item, index) => item.kinds.map((kind) => `${place}.${index}.${kind}`));
      return new WireText(`"${name}":[${textOf(items)}]`, kinds);
    }
    if (typeof value !== "object" || value === null)
      return new WireText(`"${name}":${JSON.stringify(value)}`, []);
    const { json, kinds } = write(value as Answer);
    return new WireText(
      `"${name}":${json}`,
      kinds.map((kind) => `${place}.${kind}`),
    );
  }
}

/** The members of an entry beside what is included. */
function ownPart({ type, row, read }: Source): WireText {
  const { select, include = {} } = read;
  if (select || !readsAsStored(type, row)) return membersOf(readEntry(type, row, read).answer);
  const { entryId, slug } = row;
  const path = entryPath(type, slug);
  const links = Object.entries(row.links).flatMap(([name, value]) =>
    value === null || include[name] !== undefined ? [] : `"${name}":${JSON.stringify(value)},`,
  );
  const fields = row.text === "{}" ? "" : `${row.text.slice(1, -1)},`;
  return new WireText(
    `${fields}${links.join("")}"id":"${entryId}","type":"${type.name}","slug":${JSON.stringify(slug)},` +
      `"path":${JSON.stringify(path)},"publishedAt":"${row.publishedAt.toISOString()}",` +
      `"updatedAt":"${row.updatedAt.toISOString()}"`,
    dates,
  );
}

const dates = ['publishedAt":["Date"]', 'updatedAt":["Date"]'];

function membersOf(answer: Record<string, unknown>): WireText {
  const { json, meta } = transformer.serialize(answer);
  const kinds = Object.entries(meta?.values ?? {}).map(
    ([path, kind]) => `${JSON.stringify(path).slice(1)}:${JSON.stringify(kind)}`,
  );
  return new WireText(JSON.stringify(json).slice(1, -1), kinds);
}

/** Added up, and not joined: a text is then copied once, when all of the answer is sent. */
function textOf(parts: WireText[]): string {
  let text = "";
  for (const { json } of parts) if (json !== "") text += text === "" ? json : `,${json}`;
  return text;
}

function kindsOf(parts: WireText[]): string[] {
  return parts.flatMap(({ kinds }) => kinds);
}
