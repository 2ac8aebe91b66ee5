import type { CallError, EntrySummary } from "@letterpress/client";
import { attempt } from "../connection/call.ts";
import { type BulkAction, type BulkResult, entriesOf } from "../connection/entries-of.ts";

/** As many as one call takes. */
const atOnce = 100;

/** What became of a bulk action; `problem` is why it ended before it came to all of them. */
export interface BulkOutcome extends BulkResult {
  problem: CallError | null;
}

/**
 * Does something with each of the entries by itself, as they were shown: one that was changed meanwhile is left as it
 * is, and told. `onProgress` hears how many are through.
 */
export async function doInBulk(
  type: string,
  action: BulkAction,
  entries: readonly EntrySummary[],
  { userId, onProgress }: { userId?: string | null; onProgress: (through: number) => void },
): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: [], failed: [], problem: null };
  for (let from = 0; from < entries.length; from += atOnce) {
    const items = entries
      .slice(from, from + atOnce)
      .map(({ id, version }) => ({ id, expectedVersion: version }));
    const result = await attempt(
      entriesOf(type).bulk({ action, items, ...(userId === undefined ? {} : { userId }) }),
    );
    if (!result.ok) return { ...outcome, problem: result.error };
    outcome.done.push(...result.data.done);
    outcome.failed.push(...result.data.failed);
    onProgress(from + items.length);
  }
  return outcome;
}
