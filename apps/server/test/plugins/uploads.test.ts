import { mkdtemp, open, readdir, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createImage } from "@letterpress/api/assets/create-image";
import { safe } from "@letterpress/client";
import type { Db } from "@letterpress/db/create-db";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sharpImages } from "../../src/adapters/image-sharp.ts";
import { diskStorage } from "../../src/adapters/storage-disk.ts";
import { signedInClient, startTestApp, type TestApp } from "../test-app.ts";

let server: TestApp;
let press: Awaited<ReturnType<typeof signedInClient>>;
let png: Buffer<ArrayBuffer>;
beforeAll(async () => {
  server = await startTestApp();
  press = await signedInClient(server.url);
  png = Buffer.from(
    await sharp({ create: { width: 1000, height: 500, channels: 3, background: "#d6402b" } })
      .png()
      .toBuffer(),
  );
});
afterAll(() => server[Symbol.asyncDispose]());

const picture = (type = "image/png") => new Blob([png], { type });
const image = { kind: "image" } as const;
const codeOf = async (call: Promise<unknown>) => {
  const result = await safe(call);
  return result.ok ? "accepted" : result.error.code;
};

test("a picture becomes an asset with variants that anybody can fetch, for ever", async () => {
  const asset = await press.upload(picture(), { ...image, filename: "red.png", alt: "Red" });
  expect(asset).toMatchObject({
    filename: "red.png",
    alt: "Red",
    width: 1000,
    height: 500,
    mimeType: "image/png",
  });
  expect(asset.variants.map((variant) => variant.width)).toEqual([320, 640, 960, 1000]);
  expect(asset.placeholder).toMatch(/^data:image\/webp;base64,.{20,600}$/);
  for (const { url, width, height } of [asset, ...asset.variants]) {
    const response = await fetch(server.url + url);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ width, height });
  }
});

test("a picture that a camera took sideways is as wide as it is shown", async () => {
  const sideways = await sharp(png).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const asset = await press.upload(new Blob([new Uint8Array(sideways)], { type: "image/jpeg" }), image);
  expect(asset).toMatchObject({ width: 500, height: 1000 });
  expect(asset.variants.at(-1)).toMatchObject({ width: 500, height: 1000 });
});

const originalOf = async (bytes: Uint8Array, type: string) => {
  const asset = await press.upload(new Blob([new Uint8Array(bytes)], { type }));
  const stored = Buffer.from(await (await fetch(server.url + asset.url)).arrayBuffer());
  return { asset, stored, metadata: await sharp(stored, { animated: true }).metadata() };
};

describe("the original that readers get", () => {
  test.each(["jpeg", "png", "webp", "avif"] as const)(
    "says nothing of the camera, its place or what was hidden behind it: %s",
    async (format) => {
      const secret = { IFD0: { Copyright: "SECRET" }, IFD3: { GPSLatitude: "51/1 30/1 3230/100" } };
      const camera = await sharp(png)
        .withExif(secret)
        .withMetadata({ orientation: 6 })
        .toFormat(format)
        .toBuffer();
      const polyglot = Buffer.concat([camera, Buffer.from("<script>alert(1)</script>")]);
      expect(polyglot.includes("SECRET")).toBe(true);

      const { asset, stored, metadata } = await originalOf(polyglot, `image/${format}`);
      expect(asset.mimeType).toBe(`image/${format}`);
      for (const part of ["SECRET", "<script", "GPS"]) expect(stored.includes(part)).toBe(false);
      expect(metadata.exif ?? metadata.xmp ?? metadata.iptc ?? metadata.icc).toBeUndefined();
      expect(metadata.orientation ?? 1).toBe(1);
      expect(asset).toMatchObject({ width: 500, height: 1000, size: stored.byteLength });
      expect(metadata).toMatchObject({ width: 500, height: 1000 });
    },
  );

  test.each(["gif", "webp"] as const)("moves on where it moved: %s", async (format) => {
    const frames = ["#f00", "#0f0", "#00f"].map((background) => ({
      create: { width: 40, height: 30, channels: 3 as const, background },
    }));
    const stills = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()));
    const moving = await sharp(stills, { join: { animated: true } })
      .toFormat(format, { delay: [100, 200, 300], loop: 2 })
      .toBuffer();
    const { asset, metadata } = await originalOf(moving, `image/${format}`);
    expect(asset).toMatchObject({ width: 40, height: 30 });
    expect(metadata).toMatchObject({ pages: 3, pageHeight: 30, delay: [100, 200, 300], loop: 2 });
  });

  test("has the colours that its profile meant", async () => {
    const wide = await sharp({ create: { width: 20, height: 20, channels: 3, background: "#c04020" } })
      .withIccProfile("p3")
      .png()
      .toBuffer();
    const { stored } = await originalOf(wide, "image/png");
    const [red = 0, green = 0, blue = 0] = await sharp(stored).raw().toBuffer();
    expect(Math.max(Math.abs(red - 0xc0), Math.abs(green - 0x40), Math.abs(blue - 0x20))).toBeLessThan(3);
  });
});

test("pictures that come at once are processed a few at a time, and all of them", async () => {
  const sizes = Array.from({ length: 12 }, (_, index) => 100 + index);
  const bytes = await Promise.all(sizes.map((width) => sharp(png).resize({ width }).png().toBuffer()));
  let most = 0;
  sharp.queue.on("change", () => {
    const { queue, process } = sharp.counters();
    most = Math.max(most, queue + process);
  });
  const images = await Promise.all(bytes.map((picture) => sharpImages.process(picture)));
  expect(images.map(({ width }) => width)).toEqual(sizes);
  expect(most).toBeGreaterThan(0);
  // Two at a time; but sharp counts a step that is done until its callback has returned, beside the one that follows it.
  expect(most).toBeLessThanOrEqual(4);
});

describe("an upload is refused", () => {
  test("of nobody, before its bytes are taken", async () => {
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const sending = request(`${server.url}/uploads`, {
        method: "POST",
        headers: { "content-type": "image/png", "content-length": 20_000_000 },
      });
      sending.on("response", (response) => {
        resolve(response.statusCode);
        sending.destroy();
      });
      sending.on("error", reject);
      // Only the head is sent: an answer proves that nobody waited for the rest.
      sending.flushHeaders();
    });
    expect(await answered).toBe(401);
  });

  test.each([
    ["text that calls itself a picture", Buffer.from("hello")],
    [
      "an SVG, which can carry scripts",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ["half a picture", Buffer.alloc(0)],
    ["nothing", Buffer.alloc(0)],
  ])("that is %s", async (what, bytes) => {
    const body = what === "half a picture" ? png.subarray(0, png.length / 2) : bytes;
    expect(await codeOf(press.upload(new Blob([body], { type: "image/png" }), image))).toBe(
      "UPLOAD_NOT_AN_IMAGE",
    );
  });

  test("that is a picture larger than 20 MiB", async () => {
    const bytes = new Uint8Array(21 * 1024 * 1024);
    for (const options of [image, {}]) {
      const call = press.upload(new Blob([png, bytes], { type: "image/png" }), options);
      const result = await safe(call);
      if (result.ok || result.error.code !== "UPLOAD_TOO_LARGE") throw new Error("It was not refused.");
      expect(result.error.details.maxBytes).toBe(20 * 1024 * 1024);
    }
  });

  test("that is small but unfolds to more than 50 megapixels, and says so", async () => {
    const bomb = await sharp({ create: { width: 10_000, height: 6_000, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    const result = await safe(press.upload(new Blob([new Uint8Array(bomb)])));
    if (result.ok || result.error.code !== "UPLOAD_NOT_AN_IMAGE") throw new Error("It was not refused.");
    expect(result.error.details.reason).toBe(
      "It has 60 megapixels, all frames counted: at most 50 are taken in image/png.",
    );
  });

  test.each([
    ["a name of 256 characters", `filename=${"x".repeat(256)}`, "filename"],
    ["two names", "filename=a&filename=b", "filename"],
    ["a description of 501 characters", `alt=${"x".repeat(501)}`, "alt"],
    ["two descriptions", "alt=a&alt=b", "alt"],
    ["the character U+0000 in its name", "filename=a%00b", "filename"],
    ["the character U+0000 in its description", "alt=a%00b", "alt"],
    ["a parameter that there is not", "title=a", ""],
  ])("with %s, and says what is wrong", async (_what, query, path) => {
    const response = await fetch(`${server.url}/uploads?${query}`, {
      method: "POST",
      headers: { cookie: press.cookie(), "content-type": "image/png", origin: server.url },
      body: png,
    });
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as {
      error: { json: { data: { code: string; details: { issues: { path: string; message: string }[] } } } };
    };
    expect(error.json.data.code).toBe("BAD_INPUT");
    expect(error.json.data.details.issues).toEqual([{ path, message: expect.stringMatching(/./) }]);
  });

  test("and leaves nothing behind", async () => {
    const before = (await press.assets.list({ limit: 100 })).items.length;
    await codeOf(press.upload(new Blob(["x"], { type: "image/png" }), image));
    expect((await press.assets.list({ limit: 100 })).items).toHaveLength(before);
  });
});

test("no address leads out of the media folder", async () => {
  for (const path of [
    "/media/../package.json",
    "/media/%2e%2e/package.json",
    "/media/..%2fpackage.json",
    "/media/.hidden",
  ]) {
    const response = await server.app.inject({ url: path });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
  }
});

describe("the files of an upload", () => {
  const owner = { kind: "system", name: "test" } as const;
  const withFolder = async (fn: (folder: string) => Promise<void>) => {
    const folder = await mkdtemp(join(tmpdir(), "letterpress-media-"));
    await fn(folder).finally(() => rm(folder, { recursive: true, force: true }));
  };

  test("are taken away when its row could not be written", async () => {
    await withFolder(async (folder) => {
      const stranger = {
        kind: "user",
        userId: "nobody",
        name: "x",
        email: "x",
        role: "owner",
      } as const;
      const deps = { ...server.deps, storage: diskStorage(folder) };
      await expect(createImage(deps, stranger, { filename: "a.png", bytes: png })).rejects.toThrow();
      expect(await readdir(folder)).toEqual([]);
    });
  });

  test("stay when the connection breaks after the row is written", async () => {
    await withFolder(async (folder) => {
      const db = new Proxy(server.deps.db, {
        get(target, name) {
          if (name !== "$transaction") return Reflect.get(target, name);
          return async (...args: Parameters<Db["$transaction"]>) => {
            await target.$transaction(...args);
            throw new Error("The connection broke.");
          };
        },
      });
      const deps = { ...server.deps, db, storage: diskStorage(folder) };
      await expect(createImage(deps, owner, { filename: "kept.png", bytes: png })).rejects.toThrow("broke");
      const row = await server.deps.db.asset.findFirstOrThrow({ where: { filename: "kept.png" } });
      expect(await readdir(folder)).toEqual([row.id]);
      expect(await readdir(join(folder, row.id))).toContain("original.png");
    });
  });

  test("have names that outlive a power cut", async () => {
    await withFolder(async (folder) => {
      const handle = await open(folder);
      const synced: string[] = [];
      const sync = vi.spyOn(Object.getPrototypeOf(handle), "sync").mockImplementation(async function (
        this: typeof handle,
      ) {
        synced.push((await this.stat()).isDirectory() ? `folder with ${await readdir(folder)}` : "file");
      });
      await handle.close();
      await diskStorage(folder).write("id/original.png", png);
      sync.mockRestore();
      // The file's name is in its folder, the folder's in the one above.
      expect(synced).toEqual(["file", "folder with id", "folder with id"]);
    });
  });
});
