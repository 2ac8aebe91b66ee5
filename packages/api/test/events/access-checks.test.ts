import { recordingDb } from "@letterpress/db/testing/recording-db";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "../../src/access/actor.ts";
import { sessionsOf } from "../../src/auth/sessions.ts";
import { checkAccess, checkEvery } from "../../src/events/access-checks.ts";
import { createTestApi } from "../test-api.ts";

const api = await createTestApi();
const recording = recordingDb(api.url);
const deps = { ...api.deps, db: recording.db };
afterAll(async () => {
  await recording.db.close();
  await api[Symbol.asyncDispose]();
});
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

/** Under the load of other tests it may take a while. */
const eventually = <T>(check: () => T | Promise<T>) =>
  expect.poll(async () => void (await check()), { timeout: 10_000 }).toBeUndefined();

async function session() {
  const actor = await api.user("editor");
  const { id: token } = await sessionsOf(api.db).createSession(actor.userId, {});
  return { caller: { actor, token } };
}

/** Something that is open, with what it is told. */
function opened(caller: Parameters<typeof checkAccess>[1]) {
  const told = { roles: [] as unknown[], errors: [] as unknown[] };
  const stop = checkAccess(deps, caller, {
    onActor: async (actor: Actor) => void told.roles.push("role" in actor && actor.role),
    end(error) {
      told.errors.push((error as { errorCode: string }).errorCode);
      stop();
    },
  });
  return { ...told, stop };
}

test("it is asked once for all that a caller has open, and each of them is told", async () => {
  const { caller } = await session();
  const open = [1, 2, 3].map(() => opened(caller));
  const before = recording.statements.length;
  await vi.advanceTimersByTimeAsync(checkEvery);
  await eventually(() => {
    for (const { roles } of open) expect(roles).toEqual(["editor"]);
  });
  const statements = recording.statements.length - before;
  const one = opened((await session()).caller);
  await vi.advanceTimersByTimeAsync(checkEvery);
  await eventually(() => expect(one.roles).toEqual(["editor"]));
  expect(recording.statements.length - before).toBe(3 * statements);
  await api.db.session.deleteMany({ where: { userId: caller.actor.userId } });
  await vi.advanceTimersByTimeAsync(checkEvery);
  await eventually(() => {
    for (const { errors } of open) expect(errors).toEqual(["NOT_SIGNED_IN"]);
  });
  expect(one.errors).toEqual([]);
  one.stop();
});

test("once nothing is open any more it is not asked again", async () => {
  const { caller } = await session();
  const [one, two] = [opened(caller), opened(caller)];
  one.stop();
  await vi.advanceTimersByTimeAsync(checkEvery);
  await eventually(() => expect(two.roles).toHaveLength(1));
  expect(one.roles).toEqual([]);
  two.stop();
  const before = recording.statements.length;
  await vi.advanceTimersByTimeAsync(3 * checkEvery);
  expect(recording.statements.length).toBe(before);
});
