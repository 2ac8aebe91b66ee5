import type { Deps } from "../deps.ts";
import { decodeCursor } from "../listing/cursor.ts";
import { type Page, toPage } from "../listing/page.ts";
import { type ApiKey, apiKeySelect, toApiKey } from "./api-key.ts";

export interface ApiKeyQuery {
  cursor?: string | undefined;
  limit: number;
}

/** A page of keys, newest first, with those that have expired or were revoked. */
export async function listApiKeys({ db }: Deps, { cursor, limit }: ApiKeyQuery): Promise<Page<ApiKey>> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const rows = await db.apiKey.findMany({
    where: after
      ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }
      : {},
    select: apiKeySelect,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const makers = new Set(rows.flatMap(({ createdById }) => createdById ?? []));
  const users = await db.user.findMany({
    where: { id: { in: [...makers] } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return toPage(rows, limit, {
    placeOf: (row) => ({ at: row.createdAt, id: row.id }),
    toItem: (row) => toApiKey(row, names),
  });
}
