import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import { entryPath } from "@letterpress/model/entry-path";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { eventEntry } from "../entries/event-entry.ts";
import { findEntry } from "../entries/get-entry.ts";
import { requireType } from "../model/require-type.ts";
import { linkMaker } from "./link-maker.ts";
import { previewKey } from "./preview-key.ts";
import { signPreview } from "./preview-token.ts";

/** A link that shows a draft to whoever has it. */
export interface PreviewLink {
  /** For `createClient({ previewToken })`. */
  token: string;
  /** The path of the draft's page on the reader site; `null` where its type has no pages. */
  url: string | null;
  expiresAt: Date;
}

/** Throws `ENTRY_MISSING`. */
export async function createPreviewLink(
  deps: Deps,
  actor: Actor,
  input: { type: string; id: string; expiresInHours: number },
): Promise<PreviewLink> {
  const key = await previewKey(deps.db);
  const now = deps.clock().getTime();
  // In whole seconds, as the token has it.
  const expiresAt = new Date(Math.floor(now / 1000 + input.expiresInHours * 3_600) * 1000);
  const row = await withTx(deps.db, async (tx) => {
    const found = await findEntry(tx, actor, input);
    emit(tx, eventActor(actor), {
      name: "preview.created",
      ...eventEntry(found),
      expiresAt: expiresAt.toISOString(),
    });
    return found;
  });
  const claim = { type: row.type, id: row.id, expiresAt, maker: linkMaker(actor) };
  const token = signPreview(key, claim);
  const hasPage = entryPath(requireType(deps.model, row.type), row.slug) !== null;
  return { token, url: hasPage ? `/preview/${token}` : null, expiresAt };
}
