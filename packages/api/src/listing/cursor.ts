import { z } from "zod";
import { earliestDate } from "../earliest-date.ts";
import { fail } from "../errors.ts";

/** The place in a list after which the next page starts. */
export interface Place {
  at: Date;
  id: string;
}

/** Opaque to callers, so that what it is made of may change. */
export function encodeCursor({ at, id }: Place): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString("base64url");
}

/** Throws `BAD_INPUT` on anything that {@link encodeCursor} did not make. */
export function decodeCursor(cursor: string): Place {
  const [milliseconds = "", id = ""] = Buffer.from(cursor, "base64url").toString().split(".", 2);
  const at = new Date(Number(milliseconds));
  if (!/^-?\d{1,14}$/.test(milliseconds) || at < earliestDate || !z.uuid().safeParse(id).success)
    fail("BAD_INPUT", { issues: [{ path: "cursor", message: "Use a nextCursor that a list answered." }] });
  return { at, id };
}
