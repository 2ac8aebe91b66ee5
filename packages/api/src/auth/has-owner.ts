import type { DbOrTx } from "@letterpress/db/create-db";

/** Whether somebody has set the publication up. Other users may be made before that, by the command line. */
export async function hasOwner(db: DbOrTx): Promise<boolean> {
  return (await db.user.count({ where: { role: "owner" } })) > 0;
}
