import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deps } from "@letterpress/api/deps";
import { transformer } from "@letterpress/api/wire/transformer";
import { createTestDatabase, type TestDatabase } from "@letterpress/db/testing/create-test-database";
import type { AnyTRPCProcedure } from "@trpc/server";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDeps } from "../../src/deps.ts";
import { ownContent } from "../../src/own-content.ts";
import { publicationRouter } from "../../src/publication-router.ts";
import { thinRoute } from "../../src/thin-route/thin-route.ts";
import { type Answered, type BothRoutes, startBoth } from "./both-routes.ts";
import { fillPublication } from "./fill-publication.ts";
import { fine, hostileAddresses, raw, target } from "./hostile-addresses.ts";

const router = publicationRouter(ownContent.model);
const procedures = Object.entries(router._def.procedures as unknown as Record<string, AnyTRPCProcedure>);
const queries = procedures.filter(([, { _def }]) => _def.type === "query").map(([path]) => path);

let database: TestDatabase;
let dataDir: string;
let deps: Deps;
let both: BothRoutes;
let filled: Awaited<ReturnType<typeof fillPublication>>;
beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "letterpress-thin-"));
  deps = createDeps(database, { dataDir, publicUrl: "http://localhost:3000" });
  filled = await fillPublication(deps, router);
  both = await startBoth({ deps, router });
});
afterAll(async () => {
  await both[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

const codeOf = ({ body }: Answered) => JSON.parse(body).error?.json.data.code;

describe("a query asked for by itself is answered as by tRPC's own adapter, in its bytes but for how content is spaced and ordered", () => {
  test("there is an input to ask every query with, and every caller is who they say", async () => {
    expect(Object.keys(filled.inputs).sort()).toEqual(queries.toSorted());
    for (const [who, headers] of Object.entries(filled.callers)) {
      const { status } = await both.same({ target: target("entries.tag.list"), headers });
      expect(status, who).toBe(who === "nobody" ? 401 : 200);
    }
  });

  test.each(queries)("%s: by everybody, with right, wrong and no input", async (path) => {
    const right = filled.inputs[path];
    const asked = Object.entries(filled.callers).map(async ([who, headers]) => {
      const answer = await both.same({ target: target(path, right), headers });
      if (who === "owner") expect(answer.status, answer.body).toBe(200);
    });
    const { owner = {}, nobody = {} } = filled.callers;
    const same = async (target: string, headers: Record<string, string>) =>
      void (await both.same({ target, headers }));
    const wrong = [undefined, [], { unknown: true, id: "none", slug: 7, limit: -1 }];
    for (const input of wrong) asked.push(same(target(path, input), owner));
    asked.push(same(target(path, []), nobody));
    await Promise.all(asked);
  });
});

describe("the thin route", () => {
  const thin = () => thinRoute({ deps, router, model: "model" });
  const request = { requestId: "one", clientAddress: "", signal: new AbortController().signal, onError() {} };
  const session = { token: null, set() {}, clear() {} };
  const nobody = { actor: { kind: "nobody" }, session } as const;

  test("takes every query, with whatever other parameters, and nothing else", () => {
    for (const path of queries) {
      const asked = { path, input: { json: { a: 1 } } };
      expect(thin().read(target(path, { a: 1 }))).toEqual(asked);
      expect(thin().read(`${target(path, { a: 1 })}&utm_source=x`)).toEqual(asked);
      expect(thin().read(target(path))).toEqual({ path, input: undefined });
    }
    for (const [path, { _def }] of procedures)
      if (_def.type !== "query") expect(thin().read(target(path))).toBeNull();
    for (const more of ["&batch=1", "&%62atch=1", "&connectionParams={}", "#x", "\u00e9"])
      expect(thin().read(target("auth.me", 1) + more)).toBeNull();
    for (const odd of ["/trpc/auth.me/", "/trpc/auth.me,auth.me", "/trpc/%61uth.me", "/trpc/auth.me?input={"])
      expect(thin().read(odd)).toBeNull();
  });

  test("names what an answer for everybody is made from, and of no other answer", async () => {
    const ask = (path: string, caller: Parameters<ReturnType<typeof thin>["answer"]>[1], input?: unknown) =>
      thin().answer({ path, input: input && { json: input } }, caller, request);
    const shared = await ask("content.article.get", nobody, { slug: "on-type", include: { author: true } });
    expect(shared.status).toBe(200);
    expect([...(shared.sources ?? [])].join()).toContain(filled.ids.person);
    expect((await ask("publication.get", nobody)).sources).toEqual(new Set());
    const key = { actor: { kind: "apiKey", keyId: "", name: "", scope: "read" }, session } as const;
    for (const answer of [
      await ask("content.article.get", key, { slug: "on-type" }),
      await ask("content.article.get", nobody, { slug: "never-was" }),
      await ask("content.article.get", nobody, { slug: 1 }),
      await ask("redirects.get", nobody, { path: "/old" }),
      await ask("auth.me", nobody),
    ])
      expect(answer.sources).toBeNull();
  });
});

test("entries with their references, dates and what is not there are answered the same", async () => {
  const include = { author: true, tags: true };
  const list = await both.same({ target: target("content.article.list", { include, orderBy: "title" }) });
  const { items } = transformer.deserialize(JSON.parse(list.body).result.data) as { items: object[] };
  expect(items).toHaveLength(3);
  expect(items[0]).toMatchObject({ title: "On ink", author: { name: "Ann Author" } });
  await both.same({ target: target("content.article.get", { slug: "on-type", include }) });
  await both.same({ target: target("content.article.get", { slug: "on-type", select: { title: true } }) });
  await both.same({ target: target("content.page.get", { slug: "about" }) });
});

describe("what cannot be answered is refused in the same bytes", () => {
  const missing = "01a207a7-8848-7028-8c07-da352405241d";
  test.each<[code: string, target: string, who: string]>([
    ["BAD_INPUT", target("content.article.list", { limit: 1000, where: { level: 3, nothing: 1 } }), "nobody"],
    ["BAD_INPUT", target("content.article.get", {}), "owner"],
    ["ENTRY_MISSING", target("content.article.get", { slug: "never-was" }), "nobody"],
    ["ENTRY_MISSING", target("entries.article.get", { id: missing }), "editor"],
    ["NOT_SIGNED_IN", target("entries.article.list"), "nobody"],
    [
      "NOT_SIGNED_IN",
      raw("entries.article.list", '{"json":{"limit":"none of a stranger\'s business"}}'),
      "nobody",
    ],
    ["NOT_ALLOWED", target("releases.get", { id: missing }), "an API key"],
    ["NOT_FOUND", target("content.article.git", { slug: "x" }), "nobody"],
    ["NOT_FOUND", target("content.article"), "nobody"],
    ["METHOD_NOT_SUPPORTED", target("auth.signOut"), "nobody"],
    ["METHOD_NOT_SUPPORTED", target("entries.tag.create", { fields: { name: "x" } }), "owner"],
  ])("%s by %s, asked by %s", async (code, asked, who) => {
    expect(codeOf(await both.same({ target: asked, headers: filled.callers[who] ?? {} }))).toBe(code);
  });

  test("a key that is none, and a session that has ended", async () => {
    const headers = { authorization: "Bearer lp_mistyped" };
    const answer = await both.same({ target: target("content.tag.list"), headers });
    expect(codeOf(answer)).toBe("API_KEY_INVALID");
    const ended = { cookie: `letterpress-3000=${"a".repeat(40)}` };
    expect(codeOf(await both.same({ target: target("entries.tag.list"), headers: ended }))).toBe(
      "NOT_SIGNED_IN",
    );
  });

  test("a page of somebody who is not signed in any more", async () => {
    const headers = { ...filled.callers.owner, "letterpress-user": missing };
    expect(codeOf(await both.same({ target: target("entries.tag.list"), headers }))).toBe("NOT_SIGNED_IN");
  });

  test("a database that fails", async () => {
    await database.db.$executeRaw`ALTER TABLE published_entry RENAME TO published_entry_away`;
    try {
      const answer = await both.same({ target: target("content.tag.list") });
      expect([answer.status, codeOf(answer)]).toEqual([500, "INTERNAL"]);
    } finally {
      await database.db.$executeRaw`ALTER TABLE published_entry_away RENAME TO published_entry`;
    }
  });
});

describe("hostile input is answered in the same bytes", () => {
  test.each(hostileAddresses)("%s", async (_what, asked) => {
    for (const who of ["nobody", "owner"])
      await both.same({ target: asked, headers: filled.callers[who] ?? {} });
  });

  test.each<[what: string, headers: Record<string, string>, method?: string]>([
    ["that asks for a stream", { "trpc-accept": "application/jsonl" }],
    ["that asks for a stream as browsers would", { accept: "text/html, application/jsonl" }],
    ["that asks for something unknown", { "trpc-accept": "x", accept: "text/html" }],
    ["with a form's content type", { "content-type": "multipart/form-data; boundary=x" }],
    ["with a content type of bytes", { "content-type": "application/octet-stream" }],
    ["with the content type of JSON", { "content-type": "application/json" }],
    ["with a content type that is none", { "content-type": "x" }],
    ["with a body", { "content-length": "0" }],
    ["of a host that is none", { host: "a b" }],
    ["of a host that is no number", { host: "999.1.1.1:99999" }],
    ["of a host with a path", { host: "press.example.com/trpc?x#y" }],
    ["that would be another method", { "x-http-method-override": "POST" }],
    ["from another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["with a cookie that is not ours", { cookie: "a=b; =; letterpress-3000" }],
    ["with credentials of another kind", { authorization: "Basic x" }],
    ["by HEAD", {}, "HEAD"],
    ["by OPTIONS", {}, "OPTIONS"],
    ["by DELETE", {}, "DELETE"],
    ["by POST", { "content-type": "application/json" }, "POST"],
  ])("a request %s", async (_what, headers, method = "GET") => {
    await both.same({ target: fine, headers, method });
    await both.same({ target: target("auth.signOut"), headers, method });
  });

  test("addresses that are changed at random", async () => {
    const bases = [
      fine,
      target("content.tag.list", { limit: 1 }),
      target("auth.me"),
      target("entries.tag.list"),
    ];
    const letters = [..."%&=?#+;,./\\\"'<>[]{}|^`~:@!$()*-_0aZ", "%00", "%2", "&batch=1", "&input="];
    const change = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 3 }),
      insert: fc.constantFrom("", ...letters, "%22", "%7B", "\\ud800", "__proto__"),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bases),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (base, changes) => {
          const changed = changes.reduce((text, { at, remove, insert }) => {
            const place = 1 + (at % text.length);
            return text.slice(0, place) + insert + text.slice(place + remove);
          }, base);
          await both.same({ target: changed });
        },
      ),
      { numRuns: 400, seed: 20_261_123 },
    );
  });
});
