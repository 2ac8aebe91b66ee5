import { randomBytes } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { createEmptyDatabase, createTestDatabase } from "@letterpress/db/testing/create-test-database";
import { describe, expect, test } from "vitest";
import { freePort, postmasterOf, spawnServer } from "./running-server.ts";
import { useServers } from "./use-servers.ts";

const { cluster, folder, settings } = useServers();

describe("what cannot work ends with one sentence", () => {
  const failure = async (more: Record<string, string>) => {
    const server = spawnServer(await settings(more));
    expect(await server.ended).toBe(1);
    expect(server.output()).not.toMatch(/\n\s+at /);
    return server.output().trim().split("\n").at(-1);
  };

  test("a wrong setting", async () => {
    expect(await failure({ PORT: "eighty" })).toBe(
      "Letterpress cannot start. PORT must be a port number from 1 to 65535.",
    );
  });

  test("a proxy that is no address, before anything is made", async () => {
    expect(await failure({ TRUST_PROXY: "foo" })).toMatch(/^Letterpress cannot start\. TRUST_PROXY must be /);
    expect(await readdir(folder())).toEqual([]);
  });

  test("a data folder that is a file", async () => {
    const file = join(folder(), "file");
    await writeFile(file, "");
    expect(await failure({ LETTERPRESS_DATA: file })).toBe(
      `Letterpress cannot start. LETTERPRESS_DATA must be a folder that this user can write to, and ${file} is none: EEXIST.`,
    );
    expect(await failure({ LETTERPRESS_DATA: join(file, "below") })).toContain("is none: ENOTDIR.");
  });

  test("a place for the embedded PostgreSQL that is a file", async () => {
    await writeFile(join(folder(), "postgres"), "");
    expect(await failure({})).toContain(
      `Letterpress cannot start. The folder ${folder()}/postgres for the embedded PostgreSQL cannot be used: EEXIST`,
    );
  });

  test("a database that is not there, a wrong password, and one that cannot be read", async () => {
    await using database = await createEmptyDatabase();
    const url = new URL(database.url);
    url.pathname = "/nothing_here";
    expect(await failure({ DATABASE_URL: url.href })).toBe(
      `Letterpress cannot start. The database at ${url.host}/nothing_here cannot be reached: database "nothing_here" does not exist.`,
    );
    url.password = "wrong";
    expect(await failure({ DATABASE_URL: url.href })).toContain(
      "cannot be reached: password authentication failed",
    );
    url.password = "%";
    expect(await failure({ DATABASE_URL: url.href })).toContain("cannot be reached: ");
  });

  test("an owner whose address another user has", async () => {
    await using database = await createTestDatabase();
    const email = "editor@example.com";
    await database.db.user.create({ data: { email, name: "Ed", role: "editor", passwordHash: "" } });
    const settings = { LETTERPRESS_OWNER_EMAIL: email, LETTERPRESS_OWNER_PASSWORD: "a long enough one" };
    expect(await failure({ DATABASE_URL: database.url, ...settings })).toBe(
      "Letterpress cannot start. LETTERPRESS_OWNER_EMAIL is the address of a user who is no owner: set another address.",
    );
  });

  test("a database with the tables of others", async () => {
    await using database = await createEmptyDatabase();
    await database.db.$executeRaw`CREATE TABLE theirs (id int)`;
    expect(await failure({ DATABASE_URL: database.url })).toBe(
      "Letterpress cannot start. This database has tables that are not of Letterpress. Give Letterpress an empty one.",
    );
  });

  test("a database that is newer than the code", async () => {
    await using database = await createTestDatabase();
    await database.db
      .$executeRaw`UPDATE _prisma_migrations SET migration_name = '29990101000001_later' WHERE migration_name LIKE '%_init'`;
    expect(await failure({ DATABASE_URL: database.url })).toMatch(
      /^Letterpress cannot start\. This database is newer than this code: it has the migration 29990101000001_later\./,
    );
  });

  test("a database user who may not make tables", async () => {
    const role = `letterpress_test_${randomBytes(4).toString("hex")}`;
    const database = await createEmptyDatabase();
    await database.db.$executeRawUnsafe(`CREATE ROLE ${role} LOGIN PASSWORD 'x'`);
    try {
      const url = new URL(database.url);
      url.username = role;
      url.password = "x";
      expect(await failure({ DATABASE_URL: url.href })).toBe(
        `Letterpress cannot start. The database's user ${role} may not do what Letterpress needs (permission denied for schema public): make it the owner of the database.`,
      );
    } finally {
      await database.db.$executeRawUnsafe(`DROP ROLE ${role}`);
      await database[Symbol.asyncDispose]();
    }
  });

  test("a database that does not answer", async () => {
    const port = await freePort();
    expect(await failure({ DATABASE_URL: `postgresql://u:secret@127.0.0.1:${port}/x` })).toBe(
      `Letterpress cannot start. The database at 127.0.0.1:${port}/x cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}.`,
    );
  });

  test("a port that is taken, and PostgreSQL stops with it", { timeout: 60_000 }, async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const address = taken.address();
    const port = typeof address === "object" ? address?.port : 0;
    expect(await failure({ PORT: String(port) })).toBe(
      `Letterpress cannot start. Port ${port} is taken by another program: stop that one, or set PORT to a free port.`,
    );
    await expect(postmasterOf(cluster())).rejects.toThrow("ENOENT");
    taken.close();
  });
});
