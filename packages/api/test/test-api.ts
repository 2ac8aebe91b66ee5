import { contentModel } from "@letterpress/content/content-model";
import { createTestDatabase } from "@letterpress/db/testing/create-test-database";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../src/access/actor.ts";
import type { Role } from "../src/access/permissions.ts";
import { createAppRouter } from "../src/app-router.ts";
import { type Context, type SessionPort, unlimitedAllowance } from "../src/context.ts";
import type { Deps } from "../src/deps.ts";
import { LetterpressError } from "../src/errors.ts";
import { createEventFeed } from "../src/events/event-feed.ts";
import { createInvalidation } from "../src/invalidation/invalidation.ts";
import { createPresence } from "../src/presence/presence.ts";

const router = createAppRouter(contentModel);

export const nobody: Actor = { kind: "nobody" };
export const system: Actor = { kind: "system", name: "test" };

/** The procedures on a database of their own, with a clock that the test moves. */
export async function createTestApi() {
  const database = await createTestDatabase();
  let now = new Date("2026-03-01T12:00:00Z");
  const attempts = new Map<string, number>();
  const events = createEventFeed(database);
  const deps: Deps = {
    db: database.db,
    reads: database.reads,
    events,
    invalidation: createInvalidation({ ...database, events }),
    presence: createPresence(database),
    model: contentModel,
    publication: { name: "Test", tagline: "", locale: "en" },
    publicUrl: "https://press.example.com",
    storage: { write: async () => {}, read: async () => null, removeAll: async () => {} },
    images: {
      process: async () => Promise.reject(new Error("Pictures are tested with the server's adapter.")),
    },
    signInAttempts: {
      async consume(key) {
        const count = (attempts.get(key) ?? 0) + 1;
        attempts.set(key, count);
        if (count > 20) throw new LetterpressError("TOO_MANY_ATTEMPTS", { retryAfterSeconds: 1 });
      },
      async check(key) {
        if ((attempts.get(key) ?? 0) >= 20)
          throw new LetterpressError("TOO_MANY_ATTEMPTS", { retryAfterSeconds: 1 });
      },
      forget: async (key) => void attempts.delete(key),
    },
    clock: () => now,
  };
  return {
    deps,
    db: database.db,
    url: database.url,
    as: (actor: Actor, session: Partial<SessionPort> = {}) =>
      router.createCaller(contextOf(deps, actor, session)),
    user: (role: Role) => createActor(deps, role),
    /** Opens all connections of the pool: while they open one after the other, calls at once are not at once. */
    connect: () =>
      Promise.all(Array.from({ length: 10 }, () => database.db.$queryRaw`SELECT pg_sleep(0.2)::text`)),
    /** Runs `fn` in a transaction that then goes on until what this gives is called. */
    hold: async (fn: (tx: Tx) => Promise<void>) => {
      const [held, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const ended = withTx(database.db, async (tx) => {
        await fn(tx);
        held.resolve();
        await released.promise;
      });
      // Only then: what is started next could come first.
      await Promise.race([held.promise, ended]);
      return async () => {
        released.resolve();
        await ended;
      };
    },
    /** How many connections wait for a lock. */
    waiting: async () => {
      const [row] = await database.db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return row?.count;
    },
    setClock: (time: string) => {
      now = new Date(time);
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

export type TestApi = Awaited<ReturnType<typeof createTestApi>>;

export function contextOf(deps: Deps, actor: Actor, session: Partial<SessionPort> = {}): Context {
  return {
    deps,
    actor,
    session: { token: null, set: () => {}, clear: () => {}, ...session },
    requestId: "test",
    clientAddress: "192.0.2.1",
    allowance: unlimitedAllowance(),
    sources: new Set(),
    takesText: false,
  };
}

async function createActor(deps: Deps, role: Role): Promise<Actor & { kind: "user" }> {
  const email = `${role}-${Math.random().toString(36).slice(2)}@example.com`;
  const { id } = await deps.db.user.create({
    data: { email, name: role, role, passwordHash: "none" },
    select: { id: true },
  });
  return { kind: "user", userId: id, name: role, email, role };
}

/** The code of the error that a call fails with; the call must fail with one of the table. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  return (await errorOf(call)).errorCode;
}

export async function errorOf(call: Promise<unknown>): Promise<LetterpressError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof LetterpressError) return error;
  if (error instanceof Error && error.cause instanceof LetterpressError) return error.cause;
  throw new Error(`The call did not fail with an error of the table: ${error}`);
}

/** A published person and tag, and the fields of an article that has what publishing asks for. */
export async function articleFields(api: TestApi, title = "On type") {
  const editor = api.as(system);
  const person = await editor.entries.person.create({ fields: { name: "Ann Author" } });
  await editor.entries.person.publish({ id: person.id, expectedVersion: 1 });
  const tag = await editor.entries.tag.create({ fields: { name: "Type" } });
  await editor.entries.tag.publish({ id: tag.id, expectedVersion: 1 });
  return { title, body: "Some *words*.", author: person.id, tags: [tag.id] };
}
