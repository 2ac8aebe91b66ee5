import { describe, expect, it } from "vitest";
import { tidyValue } from "../../src/studio/fields/tidy-value.ts";
import { nested } from "./nested-fields.ts";

describe("a value as it is sent", () => {
  it("is null where it was emptied, and leaves out what was emptied inside", () => {
    expect(tidyValue(nested("title"), "", "dropped")).toBeNull();
    expect(tidyValue(nested("venue"), { name: "", geo: { lat: null, lng: 2 } }, "dropped")).toEqual({
      geo: { lng: 2 },
    });
  });

  it("has no rows that nobody has filled in, unless their places count", () => {
    expect(tidyValue(nested("links"), ["a", null, "", "b"], "dropped")).toEqual(["a", "b"]);
    expect(tidyValue(nested("links"), ["a", null, "b"], "kept")).toEqual(["a", null, "b"]);
    expect(tidyValue(nested("steps"), [{}], "dropped")).toEqual([{}]);
  });

  it("has no names that its group has lost", () => {
    const block = { type: "pause", minutes: 5, old: 1 };
    expect(tidyValue(nested("program"), [block], "dropped")).toEqual([{ type: "pause", minutes: 5 }]);
  });

  it("is left alone where it is JSON, or of another kind", () => {
    const json = { a: "", b: [null], c: null };
    expect(tidyValue(nested("data"), json, "dropped")).toBe(json);
    expect(tidyValue(nested("venue"), "Hall", "dropped")).toBe("Hall");
    expect(tidyValue(nested("program"), [{ type: "gone", a: "" }], "dropped")).toEqual([
      { type: "gone", a: "" },
    ]);
  });
});
