import { inRollback } from "@letterpress/db/in-rollback";
import { isContended } from "@letterpress/db/is-contended";
import { isOutOfTime } from "@letterpress/db/is-out-of-time";
import { isTxOutOfTime } from "@letterpress/db/is-tx-out-of-time";
import { readsIn } from "@letterpress/db/reads-in";
import { entryPath } from "@letterpress/model/entry-path";
import type { Actor } from "../access/actor.ts";
import { isAllowed } from "../access/permissions.ts";
import type { Deps } from "../deps.ts";
import { type EntryRow, entrySelect } from "../entries/entry.ts";
import { visibleEntries } from "../entries/visible-entries.ts";
import { fail } from "../errors.ts";
import { requireType } from "../model/require-type.ts";
import { inTurn } from "./in-turn.ts";
import { currentMaker } from "./link-maker.ts";
import { loadDrafts } from "./load-drafts.ts";
import { previewKey } from "./preview-key.ts";
import { type PreviewClaim, readPreview } from "./preview-token.ts";
import { writeDrafts } from "./write-drafts.ts";

/** What a preview reads with, and what it is of. */
export interface Preview {
  /** For reads alone: they see the drafts as if they were published. */
  deps: Deps;
  /** Of the draft's page; `null` where its type has no pages. */
  path: string | null;
  expiresAt: Date;
}

/**
 * Runs reads that see the draft of a preview link as if it was published, and with it the drafts that it refers to. It
 * is published in a transaction that is rolled back, so a preview shows what publishing would show, and nobody else
 * ever sees it. Throws `PREVIEW_INVALID`, `QUERY_TOO_SLOW`, `TOO_MANY_ATTEMPTS`, `ENTRY_NEWER` and `UPGRADE_FAILED`.
 */
export async function inPreview<T>(
  deps: Deps,
  token: string,
  read: (preview: Preview) => Promise<T>,
): Promise<T> {
  const claim = await openToken(deps, token);
  const maker = await currentMaker(deps, claim.maker);
  const row = await findDraft(deps, maker, claim);
  const { expiresAt } = claim;
  return inTurn(row.id, async () => {
    const drafts = await loadDrafts(deps.db, deps.model, row, visibleEntries(maker));
    const path = entryPath(requireType(deps.model, row.type), row.slug);
    try {
      return await inRollback(deps.db, async (tx) => {
        await writeDrafts(tx, drafts, deps.clock());
        return read({ deps: { ...deps, reads: readsIn(tx) }, path, expiresAt });
      });
    } catch (error) {
      if (isOutOfTime(error) || isTxOutOfTime(error) || isContended(error)) return fail("QUERY_TOO_SLOW");
      throw error;
    }
  });
}

async function openToken(deps: Deps, token: string): Promise<PreviewClaim> {
  const claim = readPreview(await previewKey(deps.db), token);
  if (!claim || claim.expiresAt <= deps.clock() || !Object.hasOwn(deps.model, claim.type))
    return fail("PREVIEW_INVALID");
  return claim;
}

/** A link is worth what its maker may read by now. */
async function findDraft({ db }: Deps, maker: Actor, { id, type }: PreviewClaim): Promise<EntryRow> {
  if (!isAllowed(maker, "entries.read")) return fail("PREVIEW_INVALID");
  const row = await db.entry.findFirst({
    where: { AND: [visibleEntries(maker), { id, type }] },
    select: entrySelect,
  });
  return row ?? fail("PREVIEW_INVALID");
}
