import { everythingKey } from "@letterpress/api/content/source-keys";
import { expect, test, vi } from "vitest";
import type { Finished } from "../../src/read-cache/finished.ts";
import { responseCache } from "../../src/read-cache/response-cache.ts";

const finished = (body: string, sources: string[] = [], more: Partial<Finished> = {}): Finished => ({
  status: 200,
  headers: { "content-type": "text/plain" },
  body,
  sources: new Set(sources),
  ...more,
});

/** A cache, and what it was asked to make. */
function cacheOf(maxBytes = 1_000_000) {
  const cache = responseCache({ maxBytes });
  const made: string[] = [];
  const get = async (key: string, answer: Finished | Promise<Finished>, address = `/${key}`) => {
    const got = await cache.get(key, address, async () => {
      made.push(key);
      return answer;
    });
    return got.plain.body.toString();
  };
  return { cache, made, get, at };

  function at(address: string): string | undefined {
    const answer = cache.atAddress(address);
    if (answer instanceof Promise) throw new Error("It is being made.");
    return answer?.plain.body.toString();
  }
}

test("an answer is made once, however many ask for it at the same time", async () => {
  const { get, made, at } = cacheOf();
  const { promise, resolve } = Promise.withResolvers<Finished>();
  const asked = Array.from({ length: 50 }, () => get("a", promise));
  resolve(finished("one"));
  expect(new Set(await Promise.all(asked))).toEqual(new Set(["one"]));
  expect(await get("a", finished("two"))).toBe("one");
  expect(made).toEqual(["a"]);
  expect(at("/a")).toBe("one");
});

test("a change drops what was made from it, and nothing else", async () => {
  const { cache, get, at } = cacheOf();
  await get("a", finished("a", ["entry:1", "entry:2"]));
  await get("b", finished("b", ["entry:2"]));
  await get("c", finished("c", ["entry:3"]));
  cache.drop(new Set(["entry:1"]));
  expect([at("/a"), at("/b"), at("/c")]).toEqual([undefined, "b", "c"]);
  cache.drop(new Set(["entry:2", "entry:4"]));
  expect([at("/a"), at("/b"), at("/c")]).toEqual([undefined, undefined, "c"]);
  expect(await get("a", finished("new", ["entry:1"]))).toBe("new");
  cache.drop(null);
  expect(at("/c")).toBeUndefined();
});

test("what was being made when it changed is given to those who had asked, and kept for nobody", async () => {
  const { cache, get, made, at } = cacheOf();
  const { promise, resolve } = Promise.withResolvers<Finished>();
  const before = get("a", promise);
  await Promise.resolve();
  cache.drop(new Set(["entry:1"]));
  const after = get("a", finished("new", ["entry:1"]));
  resolve(finished("old", ["entry:1"]));
  expect(await before).toBe("old");
  expect(await after).toBe("new");
  expect(made).toEqual(["a", "a"]);
  expect(at("/a")).toBe("new");
});

test("what was being made when it changed is not kept where nobody has asked since either", async () => {
  const { cache, get, at } = cacheOf();
  const { promise, resolve } = Promise.withResolvers<Finished>();
  const asked = get("a", promise);
  await Promise.resolve();
  cache.drop(new Set(["entry:1"]));
  resolve(finished("old", ["entry:1"]));
  expect(await asked).toBe("old");
  expect(at("/a")).toBeUndefined();
});

test("what was being made from other things when something changed is kept", async () => {
  const { cache, get, at } = cacheOf();
  const { promise, resolve } = Promise.withResolvers<Finished>();
  const asked = get("a", promise);
  await Promise.resolve();
  cache.drop(new Set(["entry:2"]));
  resolve(finished("a", ["entry:1"]));
  await asked;
  expect(at("/a")).toBe("a");
});

test("an answer of too many things to name them is dropped by every change", async () => {
  const { cache, get, at } = cacheOf();
  const many = Array.from({ length: 600 }, (_, index) => `entry:${index}`);
  await get("a", finished("a", many));
  expect(at("/a")).toBe("a");
  cache.drop(new Set(["entry:9999", everythingKey]));
  expect(at("/a")).toBeUndefined();
});

test("an answer that is an error, or of this moment alone, is never kept", async () => {
  const { get, at, made } = cacheOf();
  await get("a", finished("missing", [], { status: 404 }));
  await get("b", finished("mine", [], { sources: null }));
  expect([at("/a"), at("/b")]).toEqual([undefined, undefined]);
  await expect(get("c", Promise.reject(new Error("no database")))).rejects.toThrow("no database");
  expect(await get("c", finished("back"))).toBe("back");
  expect(made).toEqual(["a", "b", "c", "c"]);
});

test("it holds no more bytes than it may, and lets go first of what was not asked for the longest", async () => {
  const { cache, get, at } = cacheOf(100_000);
  const body = "x".repeat(10_000);
  for (const key of ["a", "b", "c", "d"]) await get(key, finished(body, [`entry:${key}`]));
  expect(at("/a")).toBe(body);
  await get("e", finished(body));
  expect(["a", "b", "c", "d", "e"].map((key) => at(`/${key}`) !== undefined)).toEqual([
    true,
    false,
    true,
    true,
    true,
  ]);
  // What is let go of can still be dropped.
  cache.drop(new Set(["entry:b"]));
  await get("large", finished("x".repeat(50_000)));
  expect(at("/large")).toBeUndefined();
  expect(at("/a")).toBe(body);
});

test("other spellings of an address lead to the same answer, a few of them at once", async () => {
  const { cache, get, made, at } = cacheOf();
  for (let index = 0; index < 20; index++) await get("a", finished("a", ["entry:1"]), `/a?utm=${index}`);
  expect(made).toEqual(["a"]);
  expect(Array.from({ length: 20 }, (_, index) => at(`/a?utm=${index}`)).filter(Boolean)).toHaveLength(8);
  // An answer may say that it is of less than was asked.
  await get("b?after=1", finished("b", [], { key: "b" }), "/b?after=1");
  expect(await get("b", finished("other"), "/b")).toBe("b");
  expect(at("/b?after=1")).toBe("b");
  cache.drop(new Set(["entry:1"]));
  expect(at("/a?utm=0")).toBeUndefined();
});

test("however long and many the spellings of addresses are, they take no more memory than is allowed", async () => {
  const { cache, get } = cacheOf(2_000_000);
  for (let key = 0; key < 1_000; key++)
    for (let spelling = 0; spelling < 8; spelling++)
      await get(`${key}`, finished("small"), `/${key}?x=${spelling}${"a".repeat(15_000)}`);
  const remembered = Array.from({ length: 1_000 }, (_, key) =>
    cache.atAddress(`/${key}?x=0${"a".repeat(15_000)}`),
  );
  expect(remembered.filter(Boolean)).toEqual([]);
});

test("who asks while an answer does not come for long has it made again", async () => {
  const { get, made } = cacheOf();
  const now = vi.spyOn(performance, "now");
  const lost = get("a", new Promise<Finished>(() => undefined));
  now.mockReturnValue(performance.now() + 60_000);
  expect(await get("a", finished("a"))).toBe("a");
  expect(made).toEqual(["a", "a"]);
  now.mockRestore();
  void lost;
});
