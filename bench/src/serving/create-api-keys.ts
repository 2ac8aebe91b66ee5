import { createApiKey } from "@letterpress/api/api-keys/create-api-key";
import type { Deps } from "@letterpress/api/deps";
import { createDb } from "@letterpress/db/create-db";

/** The tokens of new keys that may write, made as `letterpress api-key create` makes them. */
export async function createApiKeys(databaseUrl: string, count: number): Promise<string[]> {
  const db = createDb(databaseUrl);
  try {
    const deps = { db, clock: () => new Date() } as Deps;
    const tokens: string[] = [];
    for (let key = 0; key < count; key++) {
      const actor = { kind: "system", name: "bench" } as const;
      tokens.push((await createApiKey(deps, actor, { name: `Bench ${key}`, scope: "write" })).token);
    }
    return tokens;
  } finally {
    await db.close();
  }
}
