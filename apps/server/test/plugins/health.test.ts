import { expect, test } from "vitest";
import { startTestApp } from "../test-app.ts";

test("a server with a migrated database is healthy and ready", async () => {
  await using server = await startTestApp();
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});

test("a server whose database lacks a migration is healthy and not ready, without saying why", async () => {
  await using server = await startTestApp();
  await server.deps.db.$executeRaw`DELETE FROM _prisma_migrations`;
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  const response = await fetch(`${server.url}/readyz`);
  expect(response.status).toBe(503);
  expect(await response.text()).toBe("not ready\n");
});
