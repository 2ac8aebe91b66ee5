import { lockInTx } from "@letterpress/db/lock-in-tx";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { resolveSession } from "../../src/auth/resolve-session.ts";
import { newSetUpToken } from "../../src/auth/set-up-token.ts";
import { tokenHash } from "../../src/auth/token-hash.ts";
import { codeOf, createTestApi, errorOf, nobody, type TestApi } from "../test-api.ts";

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});
afterEach(() => api[Symbol.asyncDispose]());

const owner = { email: "Owner@Example.com", name: "Olive", password: "correct horse battery" };

/** Calls as a browser would, keeping the session's token. */
function browser() {
  const jar: { token: string | null } = { token: null };
  return {
    jar,
    get auth() {
      const session = {
        token: jar.token,
        set: (token: string) => {
          jar.token = token;
        },
        clear: () => {
          jar.token = null;
        },
      };
      return api.as(nobody, session).auth;
    },
  };
}

async function setUp() {
  const token = (await newSetUpToken(api.deps)) ?? "";
  const first = browser();
  await first.auth.setUp({ ...owner, token });
  return first;
}

describe("set-up", () => {
  test("makes the owner and signs them in", async () => {
    const { jar } = await setUp();
    const { actor } = await resolveSession(api.deps, jar.token);
    expect(actor).toMatchObject({ kind: "user", role: "owner", email: "owner@example.com" });
  });

  test("works once, also for several at the same moment", async () => {
    const token = (await newSetUpToken(api.deps)) ?? "";
    const release = await api.hold((tx) => lockInTx(tx, "set-up"));
    const calls = [1, 2, 3].map((number) =>
      browser().auth.setUp({ ...owner, email: `owner-${number}@example.com`, token }),
    );
    const outcomes = Promise.allSettled(calls);
    await expect.poll(api.waiting).toBe(3);
    await release();
    expect((await outcomes).filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect(await api.db.user.count()).toBe(1);
    expect(await codeOf(browser().auth.setUp({ ...owner, token }))).toBe("SET_UP_DONE");
    expect(await newSetUpToken(api.deps)).toBeNull();
  });

  test("is still to do when the command line has made other users", async () => {
    await api.user("author");
    const token = (await newSetUpToken(api.deps)) ?? "";
    await browser().auth.setUp({ ...owner, token });
    expect(await newSetUpToken(api.deps)).toBeNull();
  });

  test("needs the link", async () => {
    expect(await codeOf(browser().auth.setUp({ ...owner, token: "guessed" }))).toBe("SET_UP_LINK_INVALID");
    expect(await api.db.user.count()).toBe(0);
  });

  test("asks for a password of twelve characters", async () => {
    const token = (await newSetUpToken(api.deps)) ?? "";
    const call = browser().auth.setUp({ ...owner, password: "short", token });
    await expect(call).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("sign-in", () => {
  test("takes the address in any case", async () => {
    await setUp();
    const { auth, jar } = browser();
    await auth.signIn({ email: "OWNER@example.com", password: owner.password });
    expect((await resolveSession(api.deps, jar.token)).actor).toMatchObject({ kind: "user", name: "Olive" });
  });

  test("fails alike for a wrong password and an unknown address", async () => {
    await setUp();
    const wrong = await errorOf(browser().auth.signIn({ email: owner.email, password: "wrong password" }));
    const unknown = await errorOf(
      browser().auth.signIn({ email: "x@example.com", password: owner.password }),
    );
    expect({ ...wrong, stack: "" }).toEqual({ ...unknown, stack: "" });
    expect(wrong.errorCode).toBe("SIGN_IN_FAILED");
  });

  test("is slowed down for a password that is guessed at", async () => {
    await setUp();
    const { auth } = browser();
    const codes = await Promise.all(
      Array.from({ length: 21 }, () => codeOf(auth.signIn({ email: owner.email, password: "guess" }))),
    );
    expect(codes).toContain("TOO_MANY_ATTEMPTS");
  });

  test("of many people behind one address does not lock them out", async () => {
    await setUp();
    for (let person = 0; person < 25; person++)
      await browser().auth.signIn({ email: owner.email, password: owner.password });
  });

  test("ends the session that the caller came with, so that none can be planted", async () => {
    const first = await setUp();
    const planted = first.jar.token;
    await first.auth.signIn({ email: owner.email, password: owner.password });
    expect((await resolveSession(api.deps, planted)).actor.kind).toBe("nobody");
  });
});

test("signing out ends the session", async () => {
  const signedIn = await setUp();
  const { token } = signedIn.jar;
  await signedIn.auth.signOut();
  expect(signedIn.jar.token).toBeNull();
  expect((await resolveSession(api.deps, token)).actor.kind).toBe("nobody");
});

test("the database holds no token and no password that could be used", async () => {
  const { jar } = await setUp();
  const [session] = await api.db.session.findMany();
  expect(session?.tokenHash).toBe(tokenHash(jar.token ?? ""));
  const [user] = await api.db.user.findMany();
  expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const stored = JSON.stringify([session, user, await api.db.event.findMany()], (_key, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
  expect(stored).not.toContain(jar.token ?? "");
  expect(stored).not.toContain(owner.password);
});

test("an expired session is nobody's", async () => {
  const { jar } = await setUp();
  await api.db.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
  expect((await resolveSession(api.deps, jar.token)).actor.kind).toBe("nobody");
});
