import type { Order } from "@letterpress/db/published/page-sql";
import { readPublished } from "@letterpress/db/published/read-published";
import type { Deps } from "../deps.ts";
import type { Page } from "../listing/page.ts";
import { mainLocale } from "../model/main-locale.ts";
import { requireType } from "../model/require-type.ts";
import type { WireText } from "../wire/wire-text.ts";
import { boundsOf } from "./bounds-of.ts";
import { checkedAnswer } from "./checked-answer.ts";
import { compileWhere } from "./compile-where.ts";
import { includeEntries } from "./include-entries.ts";
import { decodeListCursor, encodeListCursor } from "./list-cursor.ts";
import { listSources, namedValue } from "./list-sources.ts";
import { namesToRead } from "./names-to-read.ts";
import { readEntry } from "./read-entry.ts";
import type { ReadInput } from "./read-schema.ts";
import type { Reading } from "./reading.ts";
import { countKey, entryKey } from "./source-keys.ts";
import type { WhereInput } from "./where-schema.ts";
import { wishesOf } from "./wishes-of.ts";
import { unreadEntry, writeAnswer } from "./write-answer.ts";

export interface PublishedListInput extends ReadInput {
  type: string;
  where?: WhereInput | undefined;
  orderBy?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

type AnyPage = Page<Record<string, unknown>> & { total?: number };

/**
 * A page of published entries, with what is included and counted, in one statement. Throws `BAD_INPUT` for a cursor of
 * another list, and for asking too much.
 */
export async function listPublishedEntries(
  deps: Pick<Deps, "model" | "reads">,
  input: PublishedListInput,
  reading: Reading,
): Promise<AnyPage | WireText> {
  const { limit } = input;
  const type = requireType(deps.model, input.type);
  const where = compileWhere(type, input.where ?? {});
  const orderBy = input.orderBy ?? "-publishedAt";
  const after = input.cursor === undefined ? undefined : decodeListCursor(input.cursor, orderBy);
  const wishes = wishesOf(deps.model, type, input);
  const names = namesToRead(type, input);
  const named = namedValue(where);
  const found = await readPublished(deps.reads, {
    type: type.name,
    locale: mainLocale,
    of: { page: { where, order: orderOf(orderBy), ...(after ? { after } : {}), limit } },
    ...(names ? { names } : {}),
    included: wishes.map(({ included }) => included),
    bounds: boundsOf(reading),
    ...(input.count ? { count: where } : {}),
    ...(named ? { named } : {}),
  });
  const { sources } = reading;
  for (const key of listSources(type, where, found.named)) sources.add(key);
  for (const { entryId } of found.page) sources.add(entryKey(entryId));
  if (input.count) sources.add(countKey(type.name));
  const read = reading.takesText ? unreadEntry : readEntry;
  const entries = found.page.flatMap(({ row }) => (row ? read(type, row, input) : []));
  includeEntries({ type, entries, wishes, read }, found, reading);
  const last = found.page.length > limit ? found.page[limit - 1] : undefined;
  const page = {
    items: entries.map(({ answer }) => answer),
    nextCursor: last ? encodeListCursor(last, orderBy) : null,
    ...(found.total === undefined ? {} : { total: found.total }),
  };
  return checkedAnswer(reading.takesText ? writeAnswer(page) : page);
}

function orderOf(orderBy: string): Order {
  const descending = orderBy.startsWith("-");
  const name = descending ? orderBy.slice(1) : orderBy;
  return { by: name === "publishedAt" || name === "updatedAt" ? name : { field: name }, descending };
}
