import type { DbOrTx } from "@letterpress/db/create-db";
import { lockRelease } from "@letterpress/db/lock-release";
import type { Tx } from "@letterpress/db/with-tx";
import { fail } from "../errors.ts";
import { type ReleaseRow, releaseSelect } from "./release.ts";

/** Throws `RELEASE_MISSING`. */
export async function findRelease(db: DbOrTx, id: string): Promise<ReleaseRow> {
  return (await db.release.findUnique({ where: { id }, select: releaseSelect })) ?? fail("RELEASE_MISSING");
}

/** A release that nobody else can change until the transaction ends. Throws `RELEASE_MISSING` and `RELEASE_PUBLISHED`. */
export async function lockOpenRelease(tx: Tx, id: string): Promise<ReleaseRow> {
  await lockRelease(tx, id);
  const row = await findRelease(tx, id);
  return row.publishedAt === null ? row : fail("RELEASE_PUBLISHED");
}
