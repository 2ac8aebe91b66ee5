import { describe, expect, it } from "vitest";
import { jsonText, readJson } from "../../src/studio/fields/read-json.ts";

describe("JSON in a box", () => {
  it("comes back as it was", () => {
    for (const value of [{ a: [1, null, "x"] }, [], 0, false, "text"])
      expect(readJson(jsonText(value))).toEqual({ ok: true, value });
  });

  it("an empty box says nothing", () => {
    expect(readJson(" \n")).toEqual({ ok: true, value: null });
    expect(jsonText(null)).toBe("");
  });

  it("tells what keeps a text from being JSON", () => {
    expect(readJson('{ "a": }')).toMatchObject({
      ok: false,
      problem: expect.stringContaining("not JSON yet"),
    });
  });
});
