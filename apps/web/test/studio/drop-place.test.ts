import { describe, expect, it } from "vitest";
import { dropPlace } from "../../src/studio/fields/drop-place.ts";
import { moveItem } from "../../src/studio/fields/move-item.ts";

const extents = [
  { top: 0, bottom: 100 },
  { top: 100, bottom: 140 },
  { top: 140, bottom: 180 },
];

describe("a dragged item", () => {
  it("lands between the items that it was let go between", () => {
    const items = ["a", "b", "c"];
    expect(moveItem(items, 0, dropPlace(extents, 0, 130))).toEqual(["b", "a", "c"]);
    expect(moveItem(items, 2, dropPlace(extents, 2, 60))).toEqual(["a", "c", "b"]);
    expect(moveItem(items, 2, dropPlace(extents, 2, 40))).toEqual(["c", "a", "b"]);
    expect(moveItem(items, 0, dropPlace(extents, 0, 500))).toEqual(["b", "c", "a"]);
  });

  it("stays where it is over itself", () => {
    expect(dropPlace(extents, 1, 120)).toBe(1);
    expect(dropPlace(extents, 0, 90)).toBe(0);
  });
});
