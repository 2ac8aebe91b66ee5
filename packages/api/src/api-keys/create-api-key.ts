import { randomBytes } from "node:crypto";
import { emit } from "@letterpress/db/events";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import { tokenHash } from "../auth/token-hash.ts";
import type { Deps } from "../deps.ts";
import { type ApiKey, apiKeySelect, toApiKey } from "./api-key.ts";
import type { NewApiKey } from "./new-api-key.ts";

const day = 24 * 60 * 60 * 1000;

/** Makes a key. Its token is in this answer and nowhere else: the database keeps only a hash. */
export async function createApiKey(
  deps: Deps,
  actor: Actor,
  { name, scope, expiresInDays }: NewApiKey,
): Promise<{ key: ApiKey; token: string }> {
  const token = `lp_${randomBytes(32).toString("base64url")}`;
  const createdAt = deps.clock();
  const row = await withTx(deps.db, async (tx) => {
    const created = await tx.apiKey.create({
      data: {
        name,
        scope,
        tokenHash: tokenHash(token),
        createdById: actor.kind === "user" ? actor.userId : null,
        createdAt,
        expiresAt: expiresInDays === undefined ? null : new Date(createdAt.getTime() + expiresInDays * day),
      },
      select: apiKeySelect,
    });
    emit(tx, eventActor(actor), { name: "apiKey.created", keyId: created.id, keyName: name });
    return created;
  });
  const names = new Map(actor.kind === "user" ? [[actor.userId, actor.name]] : []);
  return { key: toApiKey(row, names), token };
}
