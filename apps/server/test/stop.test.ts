import { execFile } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { Agent, get, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { safe } from "@letterpress/client";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  builtMain,
  freePort,
  isRunning,
  postmasterOf,
  type RunningServer,
  startServer,
} from "./running-server.ts";
import { signedInClient } from "./test-app.ts";
import { owner } from "./test-owner.ts";
import { useServers } from "./use-servers.ts";

const { cluster, folder, start } = useServers();

/** The data folder of a publication that was started once: a first start takes seconds, and is not what stops here. */
let made: string;
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), "letterpress-made-"));
  await chmod(made, 0o755);
  const server = await startServer({
    PORT: await freePort(),
    HOST: "127.0.0.1",
    LETTERPRESS_DATA: made,
    LETTERPRESS_OWNER_EMAIL: owner.email,
    LETTERPRESS_OWNER_PASSWORD: owner.password,
  });
  server.child.kill("SIGTERM");
  await server.ended;
});
afterAll(() => rm(made, { recursive: true, force: true }));

async function startAgain(script?: string): Promise<RunningServer> {
  // PostgreSQL's files stay those of its user.
  await promisify(execFile)("cp", ["-a", `${made}/.`, folder()]);
  return start({}, script);
}

describe.each(["SIGINT", "SIGTERM"] as const)("%s", (signal) => {
  test("stops the server and PostgreSQL, and the next start has everything", {
    timeout: 90_000,
  }, async () => {
    const first = await startAgain();
    const postmaster = await postmasterOf(cluster());
    first.child.kill(signal);
    expect(await first.ended).toBe(0);
    expect(await isRunning(postmaster)).toBe(false);
    const second = await start();
    expect(second.output()).not.toContain("set-up");
    expect(second.output()).not.toContain("Creating");
    expect((await fetch(second.url)).status).toBe(200);
  });
});

describe("a stop", () => {
  const postponedUpload = async (server: RunningServer) => {
    const { cookie } = await signedInClient(server.url);
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    const agent = new Agent({ keepAlive: true });
    const upload = request(`${server.url}/uploads`, {
      method: "POST",
      agent,
      headers: {
        cookie: cookie(),
        "content-type": "image/png",
        "content-length": bytes.byteLength,
        expect: "100-continue",
      },
    });
    upload.flushHeaders();
    // The server has begun with it when it says so.
    await once(upload, "continue");
    upload.write(bytes.subarray(0, 20));
    return { upload, rest: bytes.subarray(20) };
  };

  test("answers the request that runs, and then does not wait for its connection", {
    timeout: 90_000,
  }, async () => {
    // What is built has to find what is not built into it, to sign in and to take a picture.
    const server = await startAgain(builtMain);
    const { upload, rest } = await postponedUpload(server);
    const answered = once(upload, "response") as Promise<[IncomingMessage]>;
    server.child.kill("SIGTERM");
    await expect
      .poll(() =>
        fetch(server.url).then(
          () => "open",
          () => "closed",
        ),
      )
      .toBe("closed");
    upload.end(rest);
    const [response] = await answered;
    expect(response.statusCode).toBe(200);
    response.resume();
    const since = Date.now();
    expect(await server.ended).toBe(0);
    expect(Date.now() - since).toBeLessThan(5_000);
  });

  test("does not wait for connections that are idle or were never used", { timeout: 90_000 }, async () => {
    const server = await startAgain();
    const agent = new Agent({ keepAlive: true });
    const [response] = (await once(get(server.url, { agent }), "response")) as [IncomingMessage];
    await once(response.resume(), "end");
    const unused = connect(Number(new URL(server.url).port), "127.0.0.1").on("error", () => undefined);
    await once(unused, "connect");
    const since = Date.now();
    server.child.kill("SIGINT");
    expect(await server.ended).toBe(0);
    expect(Date.now() - since).toBeLessThan(5_000);
    agent.destroy();
    unused.destroy();
  });

  test("gives up on a request that does not go on, and stops PostgreSQL", { timeout: 90_000 }, async () => {
    const server = await startAgain();
    const { upload } = await postponedUpload(server);
    const cut = once(upload, "response").catch((error: NodeJS.ErrnoException) => error.code);
    const postmaster = await postmasterOf(cluster());
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);
    expect(await cut).toBe("ECONNRESET");
    expect(await isRunning(postmaster)).toBe(false);
  });
});

test("kill -9 of server and PostgreSQL loses no acknowledged save", { timeout: 120_000 }, async () => {
  const first = await startAgain();
  const press = await signedInClient(first.url);
  const entries = await Promise.all(
    [1, 2, 3, 4].map((number) => press.entries.tag.create({ fields: { name: `Tag ${number}` } })),
  );
  const acknowledged = new Map(entries.map((entry) => [entry.id, 1]));
  const saving = entries.map(async ({ id }) => {
    for (let version = 1; ; version++) {
      const fields = { description: `save ${version}` };
      const saved = await safe(press.entries.tag.save({ id, expectedVersion: version, fields }));
      if (!saved.ok) return;
      acknowledged.set(id, saved.data.version);
    }
  });
  await expect.poll(() => Math.min(...acknowledged.values()), { timeout: 30_000 }).toBeGreaterThan(20);
  const postmaster = await postmasterOf(cluster());
  process.kill(postmaster, "SIGKILL");
  first.child.kill("SIGKILL");
  await Promise.all(saving);
  await first.ended;

  const second = await start();
  const again = await signedInClient(second.url);
  for (const [id, version] of acknowledged) {
    const entry = await again.entries.tag.get({ id });
    // One more may have been written whose answer did not arrive.
    expect([version, version + 1]).toContain(entry.version);
    expect(entry.fields.description).toBe(`save ${entry.version - 1}`);
  }
});

test("kill -9 of the server alone leaves a PostgreSQL that the next start takes over and stops", {
  timeout: 90_000,
}, async () => {
  const first = await startAgain();
  const postmaster = await postmasterOf(cluster());
  first.child.kill("SIGKILL");
  await first.ended;
  expect(await isRunning(postmaster)).toBe(true);
  const second = await start();
  expect(await postmasterOf(cluster())).toBe(postmaster);
  second.child.kill("SIGTERM");
  await second.ended;
  expect(await isRunning(postmaster)).toBe(false);
});
