import { contentModel } from "@letterpress/content/content-model";
import type { AnyTRPCProcedure } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isAllowed, type Role } from "../src/access/permissions.ts";
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
  expect(procedures.length).toBe(4 * (2 + 8) + 4 + 4 + 1 + 2);
});

describe.each(procedures)("%s", (path, procedure, meta) => {
  test("declares its input, its output and who may call it", () => {
    const { inputs, output } = procedure._def as unknown as { inputs: unknown[]; output: unknown };
    expect(inputs.length).toBeGreaterThan(0);
    expect(output).toBeDefined();
    expect(meta?.permission).toBeDefined();
  });

  test("is named as the client needs it: choices, get, list, me and types read, all others change", () => {
    const reads = ["choices", "get", "list", "me", "types"].includes(path.split(".").at(-1) ?? "");
    expect(procedure._def.type).toBe(reads ? "query" : "mutation");
  });

  test("is refused to whoever lacks its permission, before its input is looked at", async () => {
    if (meta?.permission === "public") return;
    expect(await codeOf(call(path, procedure, contextOf(api.deps, nobody)))).toBe("NOT_SIGNED_IN");
    for (const role of ["owner", "admin", "editor", "author", "contributor"] as Role[]) {
      const actor = { kind: "user", userId: "", name: "", email: "", role } as const;
      if (isAllowed(actor, meta?.permission ?? "public")) continue;
      expect(await codeOf(call(path, procedure, contextOf(api.deps, actor)))).toBe("NOT_ALLOWED");
    }
  });
});

test("what is public is these procedures and no others", () => {
  const open = procedures.filter(([, , meta]) => meta?.permission === "public").map(([path]) => path);
  const content = Object.keys(contentModel).flatMap((type) => [
    `content.${type}.get`,
    `content.${type}.list`,
  ]);
  expect(open.sort()).toEqual(
    [...content, "auth.setUp", "auth.signIn", "auth.signOut", "auth.me", "publication.get"].sort(),
  );
});

test("a contributor may neither publish nor delete", () => {
  const contributor = { kind: "user", userId: "", name: "", email: "", role: "contributor" } as const;
  expect(isAllowed(contributor, "entries.publish")).toBe(false);
  expect(isAllowed(contributor, "entries.delete")).toBe(false);
  expect(isAllowed(contributor, "entries.write")).toBe(true);
});
