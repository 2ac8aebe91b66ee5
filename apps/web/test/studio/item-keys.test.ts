import { describe, expect, it } from "vitest";
import { keysFor } from "../../src/studio/fields/item-keys.ts";

const a = { text: "a" };
const b = { text: "b" };
const c = { text: "c" };
const known = { items: [a, b, c], keys: ["ka", "kb", "kc"] };

describe("the keys of a list's items", () => {
  it("stay when items are edited or come back from the server as copies", () => {
    expect(keysFor(known, [a, { text: "B" }, c])).toEqual(["ka", "kb", "kc"]);
    expect(keysFor(known, structuredClone([a, b, c]))).toEqual(["ka", "kb", "kc"]);
  });

  it("go with the items that are left", () => {
    expect(keysFor(known, [a, c])).toEqual(["ka", "kc"]);
  });

  it("are new for new items, and never given twice", () => {
    const keys = keysFor(known, [a, a, b, c]);
    expect(keys[0]).toBe("ka");
    expect(new Set(keys).size).toBe(4);
  });
});
