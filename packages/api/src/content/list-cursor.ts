import type { ListPlace } from "@letterpress/db/published/page-sql";
import type { PageRow } from "@letterpress/db/published/published-answer";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { earliestDate } from "../earliest-date.ts";
import { fail } from "../errors.ts";
import { latestDate } from "../latest-date.ts";

/** The order that the cursor is of, the facet's value, the date in milliseconds and the entry's id. */
const parts = z.tuple([
  z.string(),
  z
    .string()
    .refine((value) => value.isWellFormed() && !value.includes("\0"))
    .nullable(),
  z.int().min(-8.64e15).max(8.64e15),
  uuid(),
]);

/** Opaque to callers, so that what it is made of may change. */
export function encodeListCursor({ value, at, entryId }: Omit<PageRow, "row">, orderBy: string): string {
  const cursor = [orderBy, value, at?.getTime(), entryId];
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** Throws `BAD_INPUT` on anything that {@link encodeListCursor} did not make for this order. */
export function decodeListCursor(cursor: string, orderBy: string): ListPlace {
  const result = parts.safeParse(jsonOf(cursor));
  if (!result.success) return refuse("Use a nextCursor that a list answered.");
  const [order, value, milliseconds, entryId] = result.data;
  if (order !== orderBy) return refuse("This cursor is of a list in another order: start at its first page.");
  const at = new Date(milliseconds);
  const isByField = !/^-?(publishedAt|updatedAt)$/.test(orderBy);
  if (at < earliestDate || at > latestDate || isByField !== (value !== null))
    return refuse("Use a nextCursor that a list answered.");
  return { value, at, entryId };
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return undefined;
  }
}

function refuse(message: string): never {
  return fail("BAD_INPUT", { issues: [{ path: "cursor", message }] });
}
