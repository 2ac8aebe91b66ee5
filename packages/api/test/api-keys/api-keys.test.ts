import { recordingDb } from "@letterpress/db/testing/recording-db";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isAllowed } from "../../src/access/permissions.ts";
import { apiKeyResolver } from "../../src/api-keys/api-key-resolver.ts";
import { tokenHash } from "../../src/auth/token-hash.ts";
import { codeOf, createTestApi, errorOf, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});
afterEach(() => api[Symbol.asyncDispose]());

const asOwner = async () => api.as(await api.user("owner")).apiKeys;
const resolver = () => {
  const resolve = apiKeyResolver(api.deps);
  return (token: string, clientAddress = "192.0.2.1") => resolve({ token, clientAddress });
};
const json = (value: unknown) =>
  JSON.stringify(value, (_key, part) => (typeof part === "bigint" ? String(part) : part));

describe("a new key", () => {
  test("shows its token once, and the database and its events never hold it", async () => {
    const keys = await asOwner();
    const { key, token } = await keys.create({ name: " Web site ", scope: "read" });
    expect(token).toMatch(/^lp_[\w-]{43}$/);
    expect(key).toMatchObject({ name: "Web site", scope: "read", createdBy: "owner", lastUsedAt: null });
    const { items } = await keys.list();
    expect(items).toEqual([key]);
    const stored = json([await api.db.apiKey.findMany(), await api.db.event.findMany()]);
    expect(stored).not.toContain(token);
    expect(stored).toContain(tokenHash(token));
    expect(json(items)).not.toContain(tokenHash(token));
    const { token: other } = await keys.create({ name: "Web site", scope: "read" });
    expect(other).not.toBe(token);
  });

  test.each([
    [{ name: " ", scope: "read" }],
    [{ name: "x".repeat(121), scope: "read" }],
    [{ name: "two\nlines", scope: "read" }],
    [{ name: "x", scope: "owner" }],
    [{ name: "x", scope: "read", expiresInDays: 0 }],
    [{ name: "x", scope: "read", expiresInDays: 1.5 }],
    [{ name: "x", scope: "read", expiresInDays: 100_000 }],
  ])("of %j is bad input", async (input) => {
    await expect((await asOwner()).create(input as never)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(await api.db.apiKey.count()).toBe(0);
  });

  test.each(["editor", "author", "contributor"] as const)("is refused to an %s", async (role) => {
    const keys = api.as(await api.user(role)).apiKeys;
    expect(await codeOf(keys.create({ name: "x", scope: "read" }))).toBe("NOT_ALLOWED");
    expect(await codeOf(keys.list())).toBe("NOT_ALLOWED");
    expect(await codeOf(keys.revoke({ id: "01900000-0000-7000-8000-000000000000" }))).toBe("NOT_ALLOWED");
  });

  test("is refused to a key, whatever its scope, and so is all that belongs to people", async () => {
    for (const scope of ["read", "write"] as const) {
      const program = api.as({ kind: "apiKey", keyId: "x", name: "x", scope });
      expect(await codeOf(program.apiKeys.create({ name: "x", scope: "write" }))).toBe("NOT_ALLOWED");
      expect(await codeOf(program.apiKeys.list())).toBe("NOT_ALLOWED");
      expect(await codeOf(program.auth.me())).toBe("NOT_ALLOWED");
      expect(await codeOf(program.auth.signOut())).toBe("NOT_ALLOWED");
      expect(await codeOf(program.auth.signIn({ email: "a@example.com", password: "x" }))).toBe(
        "NOT_ALLOWED",
      );
    }
  });
});

describe("a key", () => {
  test("is who calls, and may do what its scope says", async () => {
    const { key, token } = await (await asOwner()).create({ name: "Reader", scope: "read" });
    const actor = await resolver()(token);
    expect(actor).toEqual({ kind: "apiKey", keyId: key.id, name: "Reader", scope: "read" });
    const program = api.as(actor);
    expect((await program.entries.person.list({})).items).toEqual([]);
    expect((await program.publication.types()).length).toBeGreaterThan(0);
    expect(await codeOf(program.entries.person.create({ fields: { name: "Ann" } }))).toBe("NOT_ALLOWED");
  });

  test("of scope read holds what reads, and of scope write what an editor holds, and no more", () => {
    const holds = (scope: "read" | "write") =>
      (
        [
          "public",
          "session",
          "signedIn",
          "entries.read",
          "entries.write",
          "entries.publish",
          "entries.delete",
          "assets.read",
          "assets.write",
          "assets.delete",
          "apiKeys.manage",
        ] as const
      ).filter((permission) => isAllowed({ kind: "apiKey", keyId: "", name: "", scope }, permission));
    expect(holds("read")).toEqual(["public", "entries.read", "assets.read"]);
    expect(holds("write")).toEqual([
      "public",
      "entries.read",
      "entries.write",
      "entries.publish",
      "entries.delete",
      "assets.read",
      "assets.write",
      "assets.delete",
    ]);
  });

  test("of scope write creates, saves and publishes like an editor, in its own name", async () => {
    const { key, token } = await (await asOwner()).create({ name: "Importer", scope: "write" });
    const { person } = api.as(await resolver()(token)).entries;
    const entry = await person.create({ fields: { name: "Ann" } });
    await person.publish({ id: entry.id, expectedVersion: 1 });
    const events = await api.db.event.findMany({ where: { entryId: entry.id } });
    expect(events.map(({ name, actor }) => [name, actor])).toEqual([
      ["entry.created", { kind: "apiKey", keyId: key.id, name: "Importer" }],
      ["entry.published", { kind: "apiKey", keyId: key.id, name: "Importer" }],
    ]);
  });

  test("that is mistyped, expired or revoked is refused with one answer for all", async () => {
    const keys = await asOwner();
    const resolve = resolver();
    const { token } = await keys.create({ name: "x", scope: "read", expiresInDays: 1 });
    const revoked = await keys.create({ name: "y", scope: "read" });
    expect((await resolve(revoked.token)).kind).toBe("apiKey");
    await keys.revoke({ id: revoked.key.id });

    api.setClock("2026-03-02T11:59:59.999Z");
    expect((await resolve(token)).kind).toBe("apiKey");
    api.setClock("2026-03-02T12:00:00Z");
    const errors = [];
    for (const refused of [token, revoked.token, `${token}x`, token.toUpperCase(), "", "lp_", "' OR 1=1 --"])
      errors.push(await errorOf(resolve(refused)));
    for (const error of errors) expect(error).toMatchObject({ errorCode: "API_KEY_INVALID", details: {} });
    expect(new Set(errors.map(({ message }) => message)).size).toBe(1);
  });

  test("notes its last use, at most once a minute", async () => {
    const keys = await asOwner();
    const { token } = await keys.create({ name: "x", scope: "read" });
    const resolve = resolver();
    const lastUse = async () => (await keys.list()).items[0]?.lastUsedAt?.toISOString();
    await Promise.all([resolve(token), resolve(token)]);
    expect(await lastUse()).toBe("2026-03-01T12:00:00.000Z");
    api.setClock("2026-03-01T12:00:59Z");
    await resolve(token);
    expect(await lastUse()).toBe("2026-03-01T12:00:00.000Z");
    api.setClock("2026-03-01T12:01:00Z");
    await resolve(token);
    expect(await lastUse()).toBe("2026-03-01T12:01:00.000Z");
    const recording = recordingDb(api.url);
    await apiKeyResolver({ ...api.deps, db: recording.db })({ token, clientAddress: "" });
    await recording.db.close();
    expect(recording.statements.map((statement) => statement.slice(0, 6))).toEqual(["SELECT"]);
  });
});

describe("revoking", () => {
  test("holds at once for whoever had the key, and again it changes nothing", async () => {
    const keys = await asOwner();
    const { key } = await keys.create({ name: "x", scope: "read" });
    await Promise.all([keys.revoke({ id: key.id }), keys.revoke({ id: key.id })]);
    api.setClock("2026-03-02T12:00:00Z");
    await keys.revoke({ id: key.id });
    expect((await keys.list()).items[0]?.revokedAt).toEqual(new Date("2026-03-01T12:00:00Z"));
    expect(await api.db.event.count({ where: { name: "apiKey.revoked" } })).toBe(1);
  });

  test("a key that there is not says so", async () => {
    const id = "01900000-0000-7000-8000-000000000000";
    expect(await codeOf((await asOwner()).revoke({ id }))).toBe("API_KEY_MISSING");
  });
});

describe("guessing", () => {
  const guess = (resolve: ReturnType<typeof resolver>, address?: string) =>
    codeOf(resolve(`lp_${Math.random()}`, address));

  test("is slowed down by network, and does not shut out a program whose key has worked", async () => {
    const keys = await asOwner();
    const known = await keys.create({ name: "known", scope: "read" });
    const unknown = await keys.create({ name: "unknown", scope: "read" });
    const resolve = resolver();
    await resolve(known.token);
    const codes = [];
    for (let count = 0; count < 25; count++) codes.push(await guess(resolve));
    expect(codes).toEqual([...Array(20).fill("API_KEY_INVALID"), ...Array(5).fill("TOO_MANY_ATTEMPTS")]);
    // A guess that hits is not told so either.
    expect(await codeOf(resolve(unknown.token))).toBe("TOO_MANY_ATTEMPTS");
    expect((await resolve(known.token)).kind).toBe("apiKey");
    expect((await resolve(unknown.token, "198.51.100.7")).kind).toBe("apiKey");
  });

  test("does not use up anybody's attempts to sign in, and an old key of a program is no guess", async () => {
    const keys = await asOwner();
    const { key, token } = await keys.create({ name: "old", scope: "read" });
    await keys.revoke({ id: key.id });
    const resolve = resolver();
    for (let count = 0; count < 25; count++) expect(await codeOf(resolve(token))).toBe("API_KEY_INVALID");
    for (let count = 0; count < 25; count++) await guess(resolve);
    const call = api.as(nobody).auth.signIn({ email: "a@example.com", password: "wrong password" });
    expect(await codeOf(call)).toBe("SIGN_IN_FAILED");
  });
});

test("lists go on by pages, newest first, with those of the command line", async () => {
  const { apiKeys } = api.as(system);
  for (const [index, name] of ["a", "b", "c"].entries()) {
    api.setClock(`2026-03-01T12:00:0${index}Z`);
    await apiKeys.create({ name, scope: "read" });
  }
  const first = await apiKeys.list({ limit: 2 });
  expect(first.items.map(({ name, createdBy }) => [name, createdBy])).toEqual([
    ["c", null],
    ["b", null],
  ]);
  const second = await apiKeys.list({ limit: 2, cursor: first.nextCursor ?? "" });
  expect(second).toMatchObject({ items: [{ name: "a" }], nextCursor: null });
});
