import type { ApiKey } from "@letterpress/api/api-keys/api-key";
import { listApiKeys } from "@letterpress/api/api-keys/list-api-keys";
import type { Deps } from "@letterpress/api/deps";
import type { Command } from "./command.ts";

/** Lists the API keys, newest first. */
export const keyList: Command = {
  name: ["key", "list"],
  usage: "key list",
  summary: "Lists the API keys, with their ids and last use.",
  options: {},
  async run(deps) {
    let isEmpty = true;
    for await (const key of allKeys(deps)) {
      isEmpty = false;
      console.log([key.id, key.scope.padEnd(5), stateOf(key, deps.clock()), key.name].join("  "));
    }
    if (isEmpty) console.log("There are no API keys. Make one: npm run letterpress -- key create");
  },
};

async function* allKeys(deps: Deps): AsyncGenerator<ApiKey> {
  let cursor: string | undefined;
  do {
    const page = await listApiKeys(deps, { cursor, limit: 100 });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function stateOf({ revokedAt, expiresAt, lastUsedAt }: ApiKey, now: Date): string {
  if (revokedAt) return `revoked ${day(revokedAt)}`;
  if (expiresAt && expiresAt <= now) return `expired ${day(expiresAt)}`;
  const use = lastUsedAt ? `last used ${day(lastUsedAt)}` : "never used";
  return expiresAt ? `${use}, expires ${day(expiresAt)}` : use;
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
