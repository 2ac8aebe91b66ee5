import { inSnapshot } from "@letterpress/db/in-snapshot";
import { countPublished } from "@letterpress/db/published/count-published";
import { listPublished, type Order } from "@letterpress/db/published/list-published";
import type { Deps } from "../deps.ts";
import type { Page } from "../listing/page.ts";
import { mainLocale } from "../model/main-locale.ts";
import { requireType } from "../model/require-type.ts";
import { compileWhere } from "./compile-where.ts";
import { type IncludeAllowance, includeEntries } from "./include-entries.ts";
import { decodeListCursor, encodeListCursor } from "./list-cursor.ts";
import { includesAny, namesToRead } from "./names-to-read.ts";
import { readEntry } from "./read-entry.ts";
import type { ReadInput } from "./read-schema.ts";
import type { WhereInput } from "./where-schema.ts";

export interface PublishedListInput extends ReadInput {
  type: string;
  where?: WhereInput | undefined;
  orderBy?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

type AnyPage = Page<Record<string, unknown>> & { total?: number };

type Reader = Pick<Deps, "model" | "reads">;

/**
 * A page of published entries. One statement whatever the conditions, one more for `count`, and one more for each
 * level that is included, all of which see one moment. Throws `BAD_INPUT` for a cursor of another list, and for asking
 * too much.
 */
export async function listPublishedEntries(
  deps: Reader,
  input: PublishedListInput,
  allowance: IncludeAllowance,
): Promise<AnyPage> {
  if (!input.count && !includesAny(input)) return read(deps, input, allowance);
  return inSnapshot(deps.reads, (reads) => read({ ...deps, reads }, input, allowance));
}

async function read(deps: Reader, input: PublishedListInput, allowance: IncludeAllowance): Promise<AnyPage> {
  const type = requireType(deps.model, input.type);
  const place = { type: type.name, locale: mainLocale };
  const where = compileWhere(type, input.where ?? {});
  const orderBy = input.orderBy ?? "-publishedAt";
  const after = input.cursor === undefined ? undefined : decodeListCursor(input.cursor, orderBy);
  const names = namesToRead(type, input);
  const rows = await listPublished(deps.reads, {
    ...place,
    where,
    order: orderOf(orderBy),
    ...(after ? { after } : {}),
    limit: input.limit + 1,
    ...(names ? { names } : {}),
  });
  const shown = rows.slice(0, input.limit);
  const entries = shown.map((row) => readEntry(type, row, input));
  await includeEntries(deps, { type, entries, read: input }, allowance);
  const last = shown.at(-1);
  return {
    items: entries.map(({ answer }) => answer),
    nextCursor: rows.length > input.limit && last ? encodeListCursor(last, orderBy) : null,
    ...(input.count ? { total: await countPublished(deps.reads, { ...place, where }) } : {}),
  };
}

function orderOf(orderBy: string): Order {
  const descending = orderBy.startsWith("-");
  const name = descending ? orderBy.slice(1) : orderBy;
  return { by: name === "publishedAt" || name === "updatedAt" ? name : { field: name }, descending };
}
