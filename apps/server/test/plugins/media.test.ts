import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import { parse } from "content-disposition";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedInClient, startTestApp, type TestApp } from "../test-app.ts";

let server: TestApp;
let press: Awaited<ReturnType<typeof signedInClient>>;
beforeAll(async () => {
  server = await startTestApp();
  press = await signedInClient(server.url);
});
afterAll(() => server[Symbol.asyncDispose]());

const wav = Buffer.from("UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA=", "base64");
const zip = Buffer.from("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==", "base64");

const upload = async (content: string | Buffer<ArrayBuffer>, filename: string) =>
  press.upload(new Blob([content]), { filename });
const get = (path: string, init: RequestInit = {}) => fetch(server.url + path, init);

test("a file is saved under the name that it was uploaded with, whatever letters it has", async () => {
  for (const filename of ["plan.zip", "Grüße – 日本.zip", 'a"b;c.zip', "line\r\nbreak.zip"]) {
    const { url } = await upload(zip, filename);
    const told = parse((await get(url)).headers.get("content-disposition") ?? "");
    expect(told).toMatchObject({ type: "attachment", parameters: { filename } });
  }
});

describe("what a browser could run is never served as such", () => {
  test.each([
    ["page.html", "<!doctype html><script>alert(1)</script>", "text/plain"],
    ["drawing.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "text/plain"],
    ["feed.xml", '<?xml version="1.0"?><x xmlns="http://www.w3.org/1999/xhtml"/>', "text/plain"],
    ["script.js", "alert(1)", "text/plain"],
    ["page.json", "<script>alert(1)</script>", "text/plain"],
    ["picture.png", "<script>alert(1)</script>", "text/plain"],
    ["program.exe", `MZ${"\0".repeat(200)}`, "application/octet-stream"],
    ["module.wasm", "\0asm\x01\0\0\0", "application/octet-stream"],
  ])("%s", async (filename, content, mimeType) => {
    const asset = await upload(content, filename);
    expect(asset).toMatchObject({ kind: "file", mimeType });
    const { status, headers } = await get(asset.url);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe(mimeType);
    expect(headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  });
});

test("sound, film and PDF open in the browser", async () => {
  const sound = await get((await upload(wav, "a.wav")).url);
  expect(sound.headers.get("content-type")).toBe("audio/wav");
  expect(sound.headers.get("content-disposition")).toBe("inline; filename=a.wav");
  expect(sound.headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; media-src 'self';.* sandbox allow-same-origin$/,
  );
  const pdf = await get((await upload("%PDF-1.7\n", "a.pdf")).url);
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  expect(pdf.headers.get("content-disposition")).toBe("inline; filename=a.pdf");
  expect(pdf.headers.get("x-content-type-options")).toBe("nosniff");
});

test("a part of a file can be asked for, as players do that jump", async () => {
  const { url } = await upload("0123456789", "digits.txt");
  const whole = await get(url);
  expect(whole.headers.get("accept-ranges")).toBe("bytes");
  const part = await get(url, { headers: { range: "bytes=3-5" } });
  expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([
    206,
    "bytes 3-5/10",
    "345",
  ]);
  expect(part.headers.get("content-disposition")).toMatch(/^attachment/);
  expect((await get(url, { headers: { range: "bytes=90-" } })).status).toBe(416);
});

test("a part is of the file that was begun, or else the whole is sent", async () => {
  const { url } = await upload("0123456789", "digits.txt");
  const begun = (await get(url)).headers.get("etag") ?? "";
  const rest = await get(url, { headers: { range: "bytes=4-", "if-range": begun } });
  expect([rest.status, await rest.text()]).toEqual([206, "456789"]);
  const whole = await get(url, { headers: { range: "bytes=4-", "if-range": '"of another file"' } });
  expect([whole.status, await whole.text()]).toEqual([200, "0123456789"]);
  const head = await get(url, { method: "HEAD", headers: { range: "bytes=4-" } });
  expect([head.status, head.headers.get("content-length")]).toEqual([206, "6"]);
});

test("who takes 100 MB slowly is sent them piece by piece", async () => {
  const size = 100_000_000;
  const { id, url } = await upload("Soon longer.", "long.txt");
  await server.deps.storage.write(`${id}/original.txt`, pieces(size));
  const accepted = once(server.app.server, "connection") as Promise<[Socket]>;
  const reader = connect(Number(new URL(server.url).port), "127.0.0.1");
  reader.write(`GET ${url} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  const [socket] = await accepted;
  // It takes nothing, until more waits for it than the system holds; then whatever else the server does, it does now.
  while (socket.writableLength === 0) await setImmediate();
  for (let turn = 0; turn < 1000; turn++) await setImmediate();
  expect(socket.bytesWritten).toBeLessThan(size / 4);
  expect(socket.writableLength).toBeLessThan(1_000_000);
  let received = 0;
  for await (const chunk of reader as AsyncIterable<Buffer>) received += chunk.length;
  expect(received).toBeGreaterThan(size);
});

async function* pieces(size: number) {
  const piece = Buffer.alloc(1_000_000, "x");
  for (let left = size; left > 0; left -= piece.length) yield piece;
}

test("a file stays in caches for ever, as its bytes never change", async () => {
  const { url } = await upload("Unchanging.", "a.txt");
  const { headers } = await get(url);
  expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const again = await server.app.inject({ url, headers: { "if-none-match": headers.get("etag") ?? "" } });
  expect(again.statusCode).toBe(304);
  expect((await get(url, { method: "HEAD" })).headers.get("content-length")).toBe("11");
});

test("no address but the one that an asset tells leads to its file", async () => {
  const { id, url } = await upload("<script>alert(1)</script>", "a.html");
  for (const path of [
    `/media/${id}/original%2etxt`,
    `/media/${id}/%6friginal.txt`,
    `/media/${id.toUpperCase()}/original.txt`,
    `/%6dedia/${id}/original.txt`,
    `/media//${id}/original.txt`,
    `/media/${id}/original.html`,
    `/media/${id}`,
    "/media/",
  ])
    expect([path, (await server.app.inject({ url: path })).statusCode]).toEqual([
      path,
      expect.toSatisfy((status: number) => status === 404 || status === 403),
    ]);
  expect((await get(url)).status).toBe(200);
});

test("a file whose row is gone is missing, although its bytes are still there", async () => {
  const { id, url } = await upload("Gone.", "a.txt");
  await server.deps.db.asset.delete({ where: { id } });
  expect((await get(url)).status).toBe(404);
});

test("a picture needs no look into the database", async () => {
  const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  const asset = await press.upload(new Blob([new Uint8Array(png)]), { kind: "image" });
  await server.deps.db.asset.delete({ where: { id: asset.id } });
  expect((await get(asset.url)).headers.get("content-type")).toBe("image/png");
  expect((await get(asset.variants[0]?.url ?? "")).headers.get("content-disposition")).toBeNull();
});
