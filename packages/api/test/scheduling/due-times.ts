import type { Db } from "@letterpress/db/create-db";

/** Makes what is scheduled due since so many seconds, as if that time had passed. */
export async function makeDue(db: Db, id: string, seconds = 1): Promise<Date> {
  const [row] = await db.$queryRaw<{ at: Date }[]>`
    UPDATE entry SET scheduled_for = clock_timestamp() - make_interval(secs => ${seconds})
    WHERE id = ${id}::uuid RETURNING scheduled_for AS at`;
  if (!row) throw new Error("There is no such entry.");
  return row.at;
}

/** The same of a release. */
export async function makeReleaseDue(db: Db, id: string): Promise<Date> {
  const [row] = await db.$queryRaw<{ at: Date }[]>`
    UPDATE release SET scheduled_for = clock_timestamp() - interval '1 second'
    WHERE id = ${id}::uuid RETURNING scheduled_for AS at`;
  if (!row) throw new Error("There is no such release.");
  return row.at;
}

/** An hour from now by the clock of this machine, which the database is on. */
export const inAnHour = () => new Date(Date.now() + 3_600_000);
