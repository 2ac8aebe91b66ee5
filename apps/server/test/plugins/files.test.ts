import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAsset } from "@letterpress/api/assets/create-asset";
import { deleteAsset } from "@letterpress/api/assets/delete-asset";
import { removeFiles } from "@letterpress/api/assets/remove-files";
import { removeLeftFiles } from "@letterpress/api/assets/remove-left-files";
import { storeAsset } from "@letterpress/api/assets/store-asset";
import type { Deps } from "@letterpress/api/deps";
import { safe } from "@letterpress/client";
import { uuidv7 } from "@letterpress/db/uuidv7";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { diskStorage } from "../../src/adapters/storage-disk.ts";
import { signedInClient, startTestApp, type TestApp } from "../test-app.ts";

let server: TestApp;
let press: Awaited<ReturnType<typeof signedInClient>>;
let folder = "";
let deps: Deps;
beforeAll(async () => {
  server = await startTestApp();
  press = await signedInClient(server.url);
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "letterpress-files-"));
  deps = { ...server.deps, storage: diskStorage(folder) };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const owner = { kind: "system", name: "test" } as const;
const megabyte = 1024 * 1024;
const mp3 = Buffer.concat([Buffer.from("ID3\x04\0\0\0\0\0\0"), Buffer.from([0xff, 0xfb, 0x90, 0x64])]);

const fetchOriginal = async (url: string) => {
  const response = await fetch(server.url + url);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};
async function* oneChunk(text: string) {
  yield Buffer.from(text);
}
const leftOver = () => server.deps.db.unsettledFiles.count();

test("a file comes back byte for byte under its own name, with its size and kind", async () => {
  const bytes = Buffer.concat([mp3, randomBytes(3 * megabyte)]);
  const asset = await press.upload(new Blob([bytes]), { filename: "Épisode 1.mp3" });
  expect(asset).toMatchObject({
    kind: "file",
    filename: "Épisode 1.mp3",
    mimeType: "audio/mpeg",
    size: bytes.byteLength,
    url: `/media/${asset.id}/original.mp3`,
  });
  expect(asset).not.toHaveProperty("alt");
  expect((await fetchOriginal(asset.url)).equals(bytes)).toBe(true);
  const row = await server.deps.db.asset.findUniqueOrThrow({ where: { id: asset.id } });
  expect(row.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(await press.assets.get({ id: asset.id })).toEqual(asset);
  await press.assets.delete({ id: asset.id });
  expect((await fetch(server.url + asset.url)).status).toBe(404);
});

test.each(["text/plain", "application/json", "text/html", "multipart/form-data", "any/thing"])(
  "what a request calls its bytes means nothing: %s",
  async (type) => {
    const response = await fetch(`${server.url}/uploads?filename=a.bin`, {
      method: "POST",
      headers: { cookie: press.cookie(), origin: server.url, "content-type": type },
      body: mp3,
    });
    expect(response.status).toBe(200);
    const { items } = await press.assets.list({ limit: 1 });
    expect(items[0]).toMatchObject({ mimeType: "audio/mpeg", size: mp3.byteLength });
  },
);

test("a file is streamed: a hundred megabytes arrive without being held in memory", async () => {
  const chunk = randomBytes(megabyte);
  let written = 0;
  let most = 0;
  async function* source() {
    for (let sent = 0; sent < 99; sent++) {
      yield chunk;
      // Nothing is ahead of the disk but what tells the kind of the file.
      most = Math.max(most, sent + 1 - written / megabyte);
    }
  }
  const counting: Deps["storage"] = {
    ...deps.storage,
    write: (key, bytes) => {
      async function* counted() {
        for await (const part of bytes as AsyncIterable<Uint8Array>) {
          yield part;
          written += part.byteLength;
        }
      }
      return deps.storage.write(key, counted());
    },
  };
  const asset = await createAsset({ ...deps, storage: counting }, owner, {
    filename: "large.bin",
    bytes: source(),
  });
  expect([asset.size, written]).toEqual([99 * megabyte, 99 * megabyte]);
  expect(most).toBeLessThanOrEqual(3);
});

describe("an upload of a file is refused", () => {
  test("that is larger than 100 MiB, and leaves nothing", async () => {
    const sending = new Promise<{ status?: number | undefined; body: string }>((resolve, reject) => {
      const upload = request(`${server.url}/uploads`, {
        method: "POST",
        headers: { cookie: press.cookie(), "transfer-encoding": "chunked" },
      });
      upload.on("response", async (response) => {
        const body = Buffer.concat(await response.toArray()).toString();
        resolve({ status: response.statusCode, body });
        upload.destroy();
      });
      upload.on("error", reject);
      const chunk = randomBytes(megabyte);
      // One more than fits; then it waits for the answer.
      for (let sent = 0; sent <= 100; sent++) upload.write(chunk);
    });
    const { status, body } = await sending;
    expect([status, JSON.parse(body).error.json.data.code]).toEqual([413, "UPLOAD_TOO_LARGE"]);
    expect(await leftOver()).toBe(0);
  });

  test("that says of itself that it is larger, before its bytes are taken", async () => {
    const status = await new Promise((resolve, reject) => {
      const upload = request(`${server.url}/uploads`, {
        method: "POST",
        headers: { cookie: press.cookie(), "content-length": 101 * megabyte },
      });
      upload.on("response", (response) => {
        resolve(response.statusCode);
        upload.destroy();
      });
      upload.on("error", reject);
      upload.flushHeaders();
    });
    expect(status).toBe(413);
  });

  test("that is empty", async () => {
    const result = await safe(press.upload(new Blob([])));
    if (result.ok || result.error.code !== "BAD_INPUT") throw new Error("It was not refused.");
    expect(result.error.details.issues[0]?.message).toMatch(/empty/);
  });

  test("that is of no kind that was asked for, and says which it is", async () => {
    const upload = press.upload(new Blob([mp3]), { filename: "a.pdf", accept: ["application/pdf"] });
    const result = await safe(upload);
    if (result.ok || result.error.code !== "UPLOAD_NOT_ACCEPTED") throw new Error("It was not refused.");
    expect(result.error.details).toEqual({ mimeType: "audio/mpeg", accept: ["application/pdf"] });
    const taken = await press.upload(new Blob([mp3]), { accept: ["video/*", "audio/*"] });
    expect(taken.mimeType).toBe("audio/mpeg");
  });
});

describe("what is left of an upload", () => {
  test("that is broken off is nothing", async () => {
    const upload = request(`${server.url}/uploads`, {
      method: "POST",
      headers: { cookie: press.cookie(), "content-length": 50 * megabyte },
    });
    upload.on("error", () => undefined);
    const removed = vi.spyOn(server.deps.storage, "removeAll");
    upload.write(randomBytes(2 * megabyte));
    await vi.waitFor(async () => expect(await leftOver()).toBe(1), { timeout: 10_000 });
    const { assetId } = await server.deps.db.unsettledFiles.findFirstOrThrow();
    upload.destroy();
    await vi.waitFor(async () => expect(await leftOver()).toBe(0), { timeout: 10_000 });
    expect(removed).toHaveBeenCalledWith(assetId);
    expect(await server.deps.db.asset.count({ where: { id: assetId } })).toBe(0);
    removed.mockRestore();
  });

  let endTest = () => {};
  let upload: Promise<unknown> | undefined;
  afterEach(async () => {
    endTest();
    await upload?.catch(() => undefined);
  });

  /** A process that was killed: its upload never goes on and never ends. */
  const killed = async () => {
    const test = new Promise<void>((resolve) => {
      endTest = resolve;
    });
    async function* source() {
      yield randomBytes(2 * megabyte);
      await test;
      throw new Error("It was killed long ago.");
    }
    const before = await readdir(folder);
    upload = createAsset(deps, owner, { filename: "killed.bin", bytes: source() });
    upload.catch(() => undefined);
    return vi.waitFor(
      async () => {
        const [id = ""] = (await readdir(folder)).filter((name) => !before.includes(name));
        expect(id).not.toBe("");
        expect(await readdir(join(folder, id))).toHaveLength(1);
        return id;
      },
      { timeout: 10_000 },
    );
  };
  const later = (hours: number): Deps => ({ ...deps, clock: () => new Date(Date.now() + hours * 3_600_000) });

  test("whose process was killed goes away a day later, and nothing else", async () => {
    const id = await killed();
    const kept = await createAsset(deps, owner, { filename: "kept.txt", bytes: oneChunk("kept") });
    expect(await removeLeftFiles(later(23))).toBe(0);
    expect(existsSync(join(folder, id))).toBe(true);
    expect(await removeLeftFiles(later(25))).toBe(1);
    expect(await readdir(folder)).toEqual([kept.id]);
    expect(await removeLeftFiles(later(50))).toBe(0);
    expect(await readFile(join(folder, kept.id, "original.txt"), "utf8")).toBe("kept");
  });

  test("is not touched by a server that was started on another database", async () => {
    const id = await killed();
    await using other = await startTestApp();
    const lost = { ...later(1000), db: other.deps.db };
    expect(await removeLeftFiles(lost)).toBe(0);
    expect(await readdir(folder)).toEqual([id]);
  });
});

test("a deletion whose process was killed before the files were gone is finished a day later", async () => {
  const { id } = await createAsset(deps, owner, { filename: "a.txt", bytes: oneChunk("a") });
  const failing = {
    ...deps,
    storage: { ...deps.storage, removeAll: () => Promise.reject(new Error("Killed.")) },
  };
  await expect(deleteAsset(failing, owner, { id })).rejects.toThrow("Killed.");
  expect(await readdir(folder)).toEqual([id]);
  await removeLeftFiles({ ...deps, clock: () => new Date(Date.now() + 25 * 3_600_000) });
  expect(await readdir(folder)).toEqual([]);
});

describe("an asset that comes under an id of its own", () => {
  const bring = (id: string) =>
    storeAsset(deps, owner, {
      id,
      kind: "file",
      filename: "a.txt",
      mimeType: "text/plain",
      async write(store) {
        await store(Buffer.from("a"));
        return { size: 1, sha256: "" };
      },
    });
  const longAgo = new Date(Date.now() - 50 * 3_600_000);
  const leftSince = (assetId: string, since: Date) =>
    server.deps.db.unsettledFiles.create({ data: { assetId, since } });

  test("is brought again where the process was killed", async () => {
    const id = uuidv7();
    await leftSince(id, longAgo);
    await bring(id);
    expect(await leftOver()).toBe(0);
    expect(await readdir(folder)).toEqual([id]);
  });

  test("keeps its files while what was left is removed, whether it is there already or still on its way", async () => {
    const ids = [uuidv7(), uuidv7()];
    for (const id of ids) await leftSince(id, longAgo);
    const storage = {
      ...deps.storage,
      // The list of what was left has been read by now.
      async removeAll(removed: string) {
        for (const id of ids) if (id !== removed) await bring(id);
        await deps.storage.removeAll(removed);
      },
    };
    expect(await removeLeftFiles({ ...deps, storage })).toBe(1);
    const [there = ""] = await readdir(folder);
    expect(await server.deps.db.asset.count({ where: { id: there } })).toBe(1);

    const coming = uuidv7();
    await leftSince(coming, new Date());
    await deps.storage.write(`${coming}/original.txt`, Buffer.from("a"));
    expect(await removeFiles(deps, coming, new Date(Date.now() - 3_600_000))).toBe(false);
    expect((await readdir(folder)).sort()).toEqual([there, coming].sort());
    expect(await removeFiles(deps, coming)).toBe(true);
  });

  test("keeps its files when it is brought a second time, which fails", async () => {
    const id = uuidv7();
    await bring(id);
    await expect(bring(id)).rejects.toThrow();
    expect(await readdir(folder)).toEqual([id]);
    expect(await leftOver()).toBe(0);
  });
});
