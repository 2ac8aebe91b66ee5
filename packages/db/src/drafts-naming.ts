import type { Db } from "./create-db.ts";
import { isOutOfTime } from "./is-out-of-time.ts";
import { isTxOutOfTime } from "./is-tx-out-of-time.ts";

/** Milliseconds: it reads every draft that there is, for a hint. */
const longest = 1_000;

interface DraftsQuery {
  /** Of an entry or an asset. */
  namedId: string;
  /** Only entries that this user has made or is to work on. */
  visibleTo: string | null;
  limit: number;
}

/**
 * Entries whose drafts name this id, at any depth or inside markdown, those changed last first. None where looking
 * through all drafts takes longer than a second.
 */
export async function draftsNaming(
  db: Db,
  { namedId, visibleTo, limit }: DraftsQuery,
): Promise<{ type: string; id: string; title: string }[]> {
  try {
    return await db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(longest)}, true)`;
        return await tx.$queryRaw<{ type: string; id: string; title: string }[]>`
          SELECT type, id, title FROM entry
          WHERE deleted_at IS NULL AND id <> ${namedId}::uuid AND fields::text LIKE ${`%${namedId}%`}
            AND (${visibleTo}::uuid IS NULL OR ${visibleTo}::uuid IN (created_by_id, assignee_id))
          ORDER BY updated_at DESC LIMIT ${limit}`;
      },
      { timeout: 2 * longest },
    );
  } catch (error) {
    if (isOutOfTime(error) || isTxOutOfTime(error)) return [];
    throw error;
  }
}
