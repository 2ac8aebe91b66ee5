import { PrismaPg } from "@prisma/adapter-pg";
import type { Db } from "../src/create-db.ts";
import { PrismaClient } from "../src/generated/client.ts";

/** A connection that keeps the SQL statements that it sends, for tests of how many there are. */
export function recordingDb(url: string): { db: Db; statements: string[] } {
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url }),
    log: [{ emit: "event", level: "query" }],
  });
  const statements: string[] = [];
  client.$on("query", ({ query }) => statements.push(query));
  return { db: Object.assign(client as unknown as Db, { close: () => client.$disconnect() }), statements };
}
