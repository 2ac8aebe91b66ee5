import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deps } from "@letterpress/api/deps";
import { fail } from "@letterpress/api/errors";
import { procedure, router } from "@letterpress/api/trpc";
import { createTestDatabase, type TestDatabase } from "@letterpress/db/testing/create-test-database";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createDeps } from "../../src/deps.ts";
import type { PublicationRouter } from "../../src/publication-router.ts";
import { type BothRoutes, startBoth } from "./both-routes.ts";

const answering = (value: unknown) =>
  procedure("public")
    .input(z.void())
    .output(z.any())
    .query(() => value);
const failing = (error: unknown) =>
  procedure("public")
    .input(z.void())
    .output(z.any())
    .query(() => {
      throw error;
    });
const shared = { at: new Date(0), nothing: undefined };
const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;

const outputs = {
  undefined: answering(undefined),
  null: answering(null),
  text: answering("“…” \u2028 😀 \ud800 </script>"),
  date: answering(new Date(0)),
  noDate: answering(new Date(Number.NaN)),
  numbers: answering([Number.NaN, Number.POSITIVE_INFINITY, -0, 0.1, 1e21]),
  bigint: answering(12n),
  map: answering(new Map([["a", new Set([1])]])),
  sparse: answering(Object.assign(new Array(3), { 0: 1, 2: new Date(0) })),
  twice: answering([shared, { shared }]),
  cyclic: answering(cyclic),
  dots: answering({ "a.b": new Date(0), "\\": undefined, 7: undefined, "": new Date(0) }),
  constructor_: answering({ constructor: 1 }),
  error: answering(new Error("in the answer")),
  large: answering("x".repeat(1_000_000)),
};
const errors = {
  error: failing(new Error("secret")),
  text: failing("secret"),
  nothing: failing(undefined),
  object: failing({ code: "NOT_FOUND", message: "secret" }),
  timeout: failing(new TRPCError({ code: "TIMEOUT", message: "Took too long." })),
  caused: failing(new TRPCError({ code: "CONFLICT", cause: new Error("told") })),
  ours: procedure("public")
    .input(z.void())
    .output(z.any())
    .query(() => fail("ENTRY_MISSING")),
  detailed: procedure("public")
    .input(z.void())
    .output(z.any())
    .query(() => fail("TOO_MANY_ATTEMPTS", { retryAfterSeconds: 3 })),
  zod: procedure("public")
    .input(z.void())
    .output(z.any())
    .query(() => z.number().parse("secret")),
  output: procedure("public")
    .input(z.void())
    .output(z.object({ name: z.string() }))
    .query(() => ({ name: 1 }) as never),
};

let running = Promise.withResolvers<AbortSignal>();
const odd = router({
  outputs,
  errors,
  inputs: router({
    two: procedure("public")
      .input(z.object({ a: z.unknown() }))
      .input(z.object({ b: z.date().optional() }))
      .output(z.any())
      .query(({ input }) => input),
    none: procedure("public")
      .output(z.any())
      .query(() => "asked for nothing"),
  }),
  signals: router({
    waits: procedure("public")
      .input(z.void())
      .output(z.any())
      .query(async ({ signal }) => {
        if (!signal) throw new Error("There is no signal.");
        running.resolve(signal);
        if (!signal.aborted) await once(signal, "abort");
      }),
    answers: procedure("public")
      .input(z.void())
      .output(z.any())
      .query(({ signal }) => {
        if (signal) running.resolve(signal);
      }),
  }),
});

let database: TestDatabase;
let dataDir: string;
let deps: Deps;
let both: BothRoutes;
beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "letterpress-odd-"));
  deps = createDeps(database, { dataDir, publicUrl: "http://localhost:3000" });
  both = await startBoth({ deps, router: odd as unknown as PublicationRouter });
});
afterAll(async () => {
  await both[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

describe("whatever a procedure does is answered in the bytes of tRPC's own adapter", () => {
  test.each(Object.keys(outputs))("an output: %s", async (name) => {
    await both.same({ target: `/trpc/outputs.${name}` });
  });

  test.each(Object.keys(errors))("an error: %s", async (name) => {
    const { status, body } = await both.same({ target: `/trpc/errors.${name}` });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain("secret");
  });

  test.each([
    `{"json":{"a":{"b":1},"b":"2026-01-01T00:00:00.000Z"},"meta":{"values":{"b":["Date"]}}}`,
    `{"json":{"a":[1,-0,"x"]}}`,
    `{"json":{"b":1}}`,
    `{"json":{"a":"x"},"meta":{"values":{"a":["Date"]}}}`,
    `{"json":{"a":"x"},"meta":{"values":{"a\\\\":["Date"]}}}`,
    `{"json":{"a":null},"meta":{"values":{"a.b.c":["undefined"]}}}`,
    `broken`,
  ])("an input that is read twice, and one that nobody reads: %s", async (input) => {
    await both.same({ target: `/trpc/inputs.two?input=${encodeURIComponent(input)}` });
    await both.same({ target: `/trpc/inputs.none?input=${encodeURIComponent(input)}` });
  });
});

describe.each<[route: string, port: () => number]>([
  ["the thin route", () => both.oursPort],
  ["tRPC's own adapter", () => both.stockPort],
])("%s", (_route, port) => {
  test("tells a procedure when its caller has left", async () => {
    running = Promise.withResolvers();
    const outgoing = request({ port: port(), host: "127.0.0.1", path: "/trpc/signals.waits" });
    outgoing.on("error", () => {}).end();
    const signal = await running.promise;
    expect(signal.aborted).toBe(false);
    const aborted = once(signal, "abort");
    outgoing.destroy();
    await aborted;
  });

  test("tells it nothing when the caller has its answer", async () => {
    running = Promise.withResolvers();
    const answer = await fetch(`http://127.0.0.1:${port()}/trpc/signals.answers`, {
      headers: { connection: "close" },
    });
    await answer.text();
    expect((await running.promise).aborted).toBe(false);
  });
});

test("whoever comes without a cookie or a key is nobody, and the database is not asked", async () => {
  const untouched = new Proxy({}, { get: () => expect.unreachable("The database was asked.") });
  const unasked = { ...deps, db: untouched, reads: untouched } as unknown as Deps;
  await using quiet = await startBoth({ deps: unasked, router: odd as unknown as PublicationRouter });
  const headers = { cookie: "theme=dark", "accept-language": "en" };
  expect((await quiet.same({ target: "/trpc/outputs.null", headers })).status).toBe(200);
  const signedIn = { cookie: `letterpress-3000=${"a".repeat(40)}` };
  expect((await quiet.same({ target: "/trpc/outputs.null", headers: signedIn })).status).toBe(500);
});
