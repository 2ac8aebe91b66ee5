import { contentModel } from "@letterpress/content/content-model";
import type { AnyTRPCProcedure } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../src/access/actor.ts";
import { apiKeyScopes, isAllowed, type Role } from "../src/access/permissions.ts";
import { createAppRouter } from "../src/app-router.ts";
import type { ProcedureMeta } from "../src/trpc.ts";
import { codeOf, contextOf, createTestApi, nobody, type TestApi } from "./test-api.ts";

const router = createAppRouter(contentModel);
type Walked = [path: string, procedure: AnyTRPCProcedure, meta: ProcedureMeta | undefined];
const procedures: Walked[] = Object.entries(
  router._def.procedures as unknown as Record<string, AnyTRPCProcedure>,
).map(([path, procedure]) => [path, procedure, procedure._def.meta as ProcedureMeta | undefined]);

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api[Symbol.asyncDispose]());

const call = (path: string, procedure: AnyTRPCProcedure, context: ReturnType<typeof contextOf>) =>
  (procedure as unknown as (options: object) => Promise<unknown>)({
    ctx: context,
    path,
    type: procedure._def.type,
    getRawInput: async () => undefined,
    signal: undefined,
    batchIndex: 0,
  });

test("the walk sees every procedure of every content type", () => {
  expect(procedures.length).toBe(
    4 * (2 + 13 + 8 + 2 + 2) + 3 + 4 + 4 + 1 + 1 + 2 + 3 + 5 + 1 + 13 + 1 + 2 + 4,
  );
});

describe.each(procedures)("%s", (path, procedure, meta) => {
  test("declares its input, its output and who may call it", () => {
    const { inputs, output } = procedure._def as unknown as { inputs: unknown[]; output: unknown };
    expect(inputs.length).toBeGreaterThan(0);
    expect(output).toBeDefined();
    expect(meta?.permission).toBeDefined();
  });

  test("is named as the client needs it: choices, get, list, me, problems, publishPlan, references, referrers, revision(s), types, upcoming and waiting read, subscribe goes on telling, all others change", () => {
    const name = path.split(".").at(-1) ?? "";
    const reads = [
      "choices",
      "get",
      "list",
      "me",
      "problems",
      "publishPlan",
      "references",
      "referrers",
      "revision",
      "revisions",
      "types",
      "upcoming",
      "waiting",
    ].includes(name);
    expect(procedure._def.type).toBe(name === "subscribe" ? "subscription" : reads ? "query" : "mutation");
  });

  test("is refused to whoever lacks its permission, before its input is looked at", async () => {
    const permission = meta?.permission ?? "public";
    if (!isAllowed(nobody, permission))
      expect(await codeOf(call(path, procedure, contextOf(api.deps, nobody)))).toBe("NOT_SIGNED_IN");
    for (const scope of apiKeyScopes) {
      const actor = { kind: "apiKey", keyId: "", name: "", scope } as const;
      if (isAllowed(actor, permission)) continue;
      expect(await codeOf(call(path, procedure, contextOf(api.deps, actor)))).toBe("NOT_ALLOWED");
    }
    for (const role of ["owner", "admin", "editor", "author", "contributor"] as Role[]) {
      const actor = { kind: "user", userId: "", name: "", email: "", role } as const;
      if (isAllowed(actor, permission)) continue;
      expect(await codeOf(call(path, procedure, contextOf(api.deps, actor)))).toBe("NOT_ALLOWED");
    }
  });
});

const pathsFor = (actor: Actor) =>
  procedures.filter(([, , meta]) => isAllowed(actor, meta?.permission ?? "public")).map(([path]) => path);

test("what is open to nobody in particular is these procedures and no others", () => {
  const open = pathsFor(nobody);
  const content = Object.keys(contentModel).flatMap((type) => [
    `content.${type}.get`,
    `content.${type}.list`,
  ]);
  expect(open.sort()).toEqual(
    [
      ...content,
      "auth.setUp",
      "auth.signIn",
      "auth.signOut",
      "auth.me",
      "publication.get",
      "redirects.get",
    ].sort(),
  );
});

test("what answers everybody the same is these queries and no others, and all of them are public", () => {
  const shared = procedures.filter(([, , meta]) => meta?.shared);
  const content = Object.keys(contentModel).flatMap((type) => [
    `content.${type}.get`,
    `content.${type}.list`,
  ]);
  expect(shared.map(([path]) => path).sort()).toEqual([...content, "publication.get"].sort());
  for (const [, procedure, meta] of shared) {
    expect(meta?.permission).toBe("public");
    expect(procedure._def.type).toBe("query");
  }
});

test("an API key reaches neither people nor other keys, and with scope read only what reads", () => {
  const open = (scope: "read" | "write") => pathsFor({ kind: "apiKey", keyId: "", name: "", scope });
  for (const path of open("write"))
    expect(path).toMatch(
      /^(content|entries|bin|calendar|comments|events|redirects|releases|assets|markdown|publication)\./,
    );
  for (const path of open("read"))
    expect(path).toMatch(
      /\.(check|choices|get|list|previewLink|publishPlan|referrers|revisions?|subscribe|types)$|^markdown\.preview$/,
    );
  expect(open("read").length).toBeLessThan(open("write").length);
});

test("a contributor may neither publish nor delete what is not a draft of their own", () => {
  const contributor = { kind: "user", userId: "", name: "", email: "", role: "contributor" } as const;
  expect(isAllowed(contributor, "entries.publish")).toBe(false);
  expect(isAllowed(contributor, "entries.delete")).toBe(false);
  expect(isAllowed(contributor, "entries.write")).toBe(true);
});
