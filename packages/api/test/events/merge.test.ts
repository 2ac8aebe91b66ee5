import { expect, test } from "vitest";
import { merge } from "../../src/events/merge.ts";

/** An iteration that gives what is pushed, and counts how often it is asked. */
function pushed<T>() {
  const answers: ((result: IteratorResult<T, void>) => void)[] = [];
  return {
    asked: () => answers.length,
    give: (value: T) => answers.at(-1)?.({ done: false, value }),
    end: () => answers.at(-1)?.({ done: true, value: undefined }),
    next: () => new Promise<IteratorResult<T, void>>((resolve) => answers.push(resolve)),
  };
}

test("it gives what comes as it comes, and asks nobody for more than one item ahead", async () => {
  const [a, b] = [pushed<string>(), pushed<string>()];
  const merged = merge([a, b]);
  const first = merged.next();
  b.give("b1");
  expect((await first).value).toBe("b1");
  expect([a.asked(), b.asked()]).toEqual([1, 1]);
  const second = merged.next();
  a.give("a1");
  expect((await second).value).toBe("a1");
  expect([a.asked(), b.asked()]).toEqual([1, 2]);
});

test("who takes no more ends all of them, also those that never answer", async () => {
  const ended: string[] = [];
  const source = (name: string) => ({
    next: () => (name === "a" ? Promise.resolve({ value: name }) : new Promise<never>(() => {})),
    return: () => {
      ended.push(name);
      return name === "a" ? Promise.reject(new Error("gone")) : new Promise<never>(() => {});
    },
  });
  for await (const value of merge<string>([source("a"), source("b")])) {
    expect(value).toBe("a");
    break;
  }
  expect(ended).toEqual(["a", "b"]);
});

test("it ends when one of them ends", async () => {
  const [a, b] = [pushed<string>(), pushed<string>()];
  const next = merge([a, b]).next();
  a.end();
  expect(await next).toEqual({ done: true, value: undefined });
});

test("it throws what one of them throws", async () => {
  const failing = { next: () => Promise.reject(new Error("gone")) };
  await expect(merge<string>([pushed<string>(), failing]).next()).rejects.toThrow("gone");
});
