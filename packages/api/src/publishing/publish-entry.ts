import { againAfterDeadlock } from "@letterpress/db/again-after-deadlock";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { type Entry, type EntryRow, toEntry } from "../entries/entry.ts";
import { statusOf } from "../entries/entry-status.ts";
import { findEntry } from "../entries/get-entry.ts";
import { staleDetails } from "../entries/stale-details.ts";
import { fail } from "../errors.ts";
import { requireType } from "../model/require-type.ts";
import { requirePossible } from "../workflow/require-possible.ts";
import { applyChanges } from "./apply-changes.ts";
import { type PreparedPublish, preparePublish } from "./prepare-publish.ts";

/** A draft that somebody looked at. */
export interface DraftAt {
  type: string;
  id: string;
  expectedVersion: number;
}

interface Publication extends DraftAt {
  /** Does nothing where readers see this draft already, rather than to render it again. */
  onlyChanged?: true;
  /** The date that readers see; now, or the date of the first time, unless told. Never in the future. */
  publishedAt?: Date | undefined;
  /** Others that are published with it: all of them, or none. */
  with?: DraftAt[] | undefined;
}

/**
 * Shows an entry's draft to readers: writes the rendered published entry, its facets and the event in one
 * transaction. A changed slug leaves a redirect. Throws `ENTRY_MISSING`, `ENTRY_STALE`, `ACTION_NOT_POSSIBLE`,
 * `ENTRY_INCOMPLETE`, `REFERENCE_MISSING`, `SLUG_TAKEN`, `ENTRY_NEWER` and `UPGRADE_FAILED`.
 */
export async function publishEntry(deps: Deps, actor: Actor, input: Publication): Promise<Entry> {
  const now = deps.clock();
  const { publishedAt } = input;
  if (publishedAt && publishedAt > now)
    return fail("BAD_INPUT", {
      issues: [{ path: "publishedAt", message: "Use a date that is not in the future, or schedule it." }],
    });
  const drafts = new Map([input, ...(input.with ?? [])].map((draft) => [draft.id, draft]));
  const publish: PreparedPublish[] = [];
  for (const draft of drafts.values()) {
    const row = await findEntry(deps.db, actor, draft);
    if (row.version !== draft.expectedVersion) return stale(deps, row);
    requirePossible("publish", row);
    if (input.onlyChanged && statusOf(row) === "published") continue;
    publish.push(await preparePublish(deps.db, deps.model, row));
  }
  if (publish.length === 0) return toEntry(deps.model, actor, await findEntry(deps.db, actor, input));
  try {
    // Two that swap their slugs, say, or somebody who changes one of the assets at this moment.
    await againAfterDeadlock(() =>
      withTx(deps.db, (tx) =>
        applyChanges(tx, actor, {
          publish,
          unpublish: [],
          now,
          publishedAt: ({ id }) => (id === input.id ? publishedAt : undefined),
          check: (locked) => {
            for (const { row } of publish)
              if (locked.get(row.id)?.version !== row.version) throw new MovedOn(row);
          },
        }),
      ),
    );
  } catch (error) {
    if (!(error instanceof MovedOn)) throw error;
    return stale(deps, await findEntry(deps.db, actor, error.row));
  }
  return toEntry(deps.model, actor, await findEntry(deps.db, actor, input));
}

/** Somebody saved while the draft was rendered. */
class MovedOn extends Error {
  readonly row: EntryRow;

  constructor(row: EntryRow) {
    super();
    this.row = row;
  }
}

async function stale(deps: Deps, row: EntryRow): Promise<never> {
  const details = await staleDetails(deps.db, requireType(deps.model, row.type), row);
  return fail("ENTRY_STALE", { ...details, entry: { type: row.type, id: row.id, title: row.title } });
}
