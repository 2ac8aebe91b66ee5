import { deleteCoalesced } from "@letterpress/db/delete-coalesced";
import { withTx } from "@letterpress/db/with-tx";
import type { Deps } from "../deps.ts";

/**
 * Removes autosaves that a later save has stood for since an hour ago: one small batch of them. Gives how many, 0 when
 * there are no more. Any number of nodes may do it at once.
 */
export async function removeCoalesced(deps: Deps): Promise<number> {
  return withTx(deps.db, deleteCoalesced);
}
