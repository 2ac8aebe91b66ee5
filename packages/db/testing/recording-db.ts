import { type Db, dbOn } from "../src/create-db.ts";
import { createPool } from "../src/create-pool.ts";

/** A database that keeps the SQL statements that it sends, for tests of how many there are. `BEGIN` is not counted. */
export function recordingDb(url: string): { db: Db; statements: string[] } {
  const pool = createPool(url);
  const statements: string[] = [];
  pool.on("connect", (client) => {
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    const record = (...args: unknown[]) => {
      const [query] = args as [string | { text: string }];
      const text = typeof query === "string" ? query : query.text;
      if (!text.startsWith("BEGIN")) statements.push(text);
      return send(...args);
    };
    client.query = record as typeof client.query;
  });
  return { db: dbOn(pool), statements };
}
