import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOwner } from "@letterpress/api/auth/set-up";
import { createClient, type PressClient } from "@letterpress/client";
import { createTestDatabase } from "@letterpress/db/testing/create-test-database";
import type { ContentModel } from "@letterpress/model/content-type";
import { buildApp } from "../src/app.ts";
import { createDeps, mediaFolder } from "../src/deps.ts";
import { ownContent } from "../src/own-content.ts";
import type { CdnKind } from "../src/read-cache/cdn-headers.ts";
import { owner } from "./test-owner.ts";

/** The whole server on a database and a folder of its own, listening on a free port of this machine. */
export async function startTestApp(
  options: { publicUrl?: string; model?: ContentModel; cdn?: CdnKind } = {},
) {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "letterpress-app-"));
  const deps = createDeps(
    database,
    { dataDir, publicUrl: options.publicUrl ?? "http://localhost:3000" },
    { ...ownContent, ...(options.model ? { model: options.model } : {}) },
  );
  const app = await buildApp(deps, {
    mediaFolder: mediaFolder(dataDir),
    logLevel: "silent",
    trustProxy: false,
    dev: false,
    cacheBytes: 16 * 1024 * 1024,
    cdn: options.cdn,
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  await createOwner(deps, { kind: "system", name: "test" }, owner);
  return {
    app,
    deps,
    signals: database.signals,
    databaseUrl: database.url,
    url,
    async [Symbol.asyncDispose]() {
      await app.close();
      await database[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type TestApp = Awaited<ReturnType<typeof startTestApp>>;

/** A client that keeps its cookie, signed in: as the owner unless told. */
export async function signedInClient(
  url: string,
  { email, password }: { email: string; password: string } = owner,
): Promise<PressClient & { cookie: () => string }> {
  let cookie = "";
  const press = createClient({
    url,
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      if (cookie) headers.set("cookie", cookie);
      const response = await fetch(input, { ...init, headers });
      const set = response.headers.getSetCookie()[0];
      if (set) cookie = set.split(";")[0] ?? "";
      return response;
    },
  });
  await press.auth.signIn({ email, password });
  return { ...press, cookie: () => cookie };
}
