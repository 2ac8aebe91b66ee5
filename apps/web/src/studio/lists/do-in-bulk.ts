import type { CallError, EntrySummary } from "@letterpress/client";
import { attempt } from "../connection/call.ts";
import { type BulkAction, type BulkResult, entriesOf } from "../connection/entries-of.ts";

/** As many as one call takes. */
const atOnce = 100;

/** What became of a bulk action; `problem` is why it ended before it came to all of them. */
export interface BulkOutcome extends BulkResult {
  problem: CallError | null;
  /** Ids of those that stayed as they were. */
  left: string[];
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
  const result: BulkResult = { done: [], failed: [], hidden: [] };
  let problem: CallError | null = null;
  for (let from = 0; from < entries.length; from += atOnce) {
    const items = entries
      .slice(from, from + atOnce)
      .map(({ id, version }) => ({ id, expectedVersion: version }));
    const answer = await attempt(
      entriesOf(type).bulk({ action, items, ...(userId === undefined ? {} : { userId }) }),
    );
    if (!answer.ok) {
      problem = answer.error;
      break;
    }
    const { done, failed, hidden } = answer.data;
    result.done.push(...done);
    result.failed.push(...failed);
    result.hidden.push(...hidden);
    onProgress(from + items.length);
  }
  return {
    ...result,
    // Two calls may have found the same.
    hidden: [...new Map(result.hidden.map((one) => [one.id, one])).values()],
    problem,
    left: entries.map(({ id }) => id).filter((id) => !result.done.includes(id)),
  };
}
