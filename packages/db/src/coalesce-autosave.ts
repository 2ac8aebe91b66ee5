import { isKept } from "./kept-revision.ts";
import type { Tx } from "./with-tx.ts";

interface NextSave {
  entryId: string;
  /** The latest revision; the caller has locked the entry, and is about to write the next one. */
  version: number;
  authorId: string;
  /** A sitting that began before this one is over. */
  sittingSince: Date;
}

/**
 * Has the next revision of an entry stand for the latest one, where that is an autosave (others belong to no sitting) of
 * the same author in a sitting that goes on, and nothing points at it. Gives when that sitting began; `null` where the latest revision stays.
 */
export async function coalesceAutosave(tx: Tx, save: NextSave): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ sittingAt: Date }[]>`
    UPDATE revision r SET coalesced = true FROM entry e
    WHERE e.id = r.entry_id AND r.entry_id = ${save.entryId}::uuid AND r.version = ${save.version}
      AND r.author_id = ${save.authorId}::uuid AND r.sitting_at > ${save.sittingSince} AND NOT ${isKept}
    RETURNING r.sitting_at AS "sittingAt"`;
  return row?.sittingAt ?? null;
}
