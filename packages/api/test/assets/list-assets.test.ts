import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf, createTestApi, nobody, system, type TestApi } from "../test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  const common = { size: 1, sha256: "" };
  const picture = { ...common, width: 1, height: 1, placeholder: "", variants: [] };
  await api.db.asset.createMany({
    data: [
      { ...picture, filename: "a.png", mimeType: "image/png" },
      { ...common, kind: "file", filename: "b.mp3", mimeType: "audio/mpeg" },
      { ...common, kind: "file", filename: "c.pdf", mimeType: "application/pdf" },
      { ...common, kind: "file", filename: "d.txt", mimeType: "audiobook/x" },
    ],
  });
});
afterAll(() => api[Symbol.asyncDispose]());

const names = async (query: Parameters<ReturnType<TestApi["as"]>["assets"]["list"]>[0]) =>
  (await api.as(system).assets.list(query)).items.map(({ filename }) => filename).sort();

test("assets are listed by what they are: pictures, files or all", async () => {
  expect(await names({ kind: "image" })).toEqual(["a.png"]);
  expect(await names({ kind: "file" })).toEqual(["b.mp3", "c.pdf", "d.txt"]);
  expect(await names(undefined)).toEqual(["a.png", "b.mp3", "c.pdf", "d.txt"]);
});

test("assets are listed by the kinds that a field accepts", async () => {
  expect(await names({ accept: ["audio/*"] })).toEqual(["b.mp3"]);
  expect(await names({ accept: ["audio/*", "image/png"] })).toEqual(["a.png", "b.mp3"]);
  expect(await names({ accept: ["*/*"], search: "c" })).toEqual(["c.pdf"]);
  // A wildcard of the database is a letter like any other.
  expect(await names({ accept: ["audi_/*", "%/*"] })).toEqual([]);
});

test("what assets cannot be listed by is bad input, and nobody lists them", async () => {
  const { list } = api.as(system).assets;
  for (const query of [{ kind: "video" }, { accept: "audio/*" }, { accept: [] }])
    await expect(list(query as never)).rejects.toThrow();
  expect(await codeOf(api.as(nobody).assets.list())).toBe("NOT_SIGNED_IN");
});

test("the database refuses a file with a size in pixels, and a picture without one", async () => {
  const common = { size: 1, sha256: "", filename: "x", mimeType: "x/x" };
  await expect(api.db.asset.create({ data: { ...common, kind: "file", width: 1 } })).rejects.toThrow();
  await expect(api.db.asset.create({ data: { ...common, kind: "image" } })).rejects.toThrow();
});
