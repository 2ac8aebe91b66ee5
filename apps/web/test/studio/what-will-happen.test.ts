import { expect, test } from "vitest";
import { whatWillHappen } from "../../src/studio/releases/what-will-happen.ts";

const publish = { action: "publish" } as const;
const unpublish = { action: "unpublish" } as const;

test("a release says what readers will notice", () => {
  expect(whatWillHappen([publish])).toBe("Readers see 1 entry as saved in it.");
  expect(whatWillHappen([unpublish, unpublish])).toBe("Readers do not see 2 entries any more.");
  expect(whatWillHappen([publish, publish, unpublish])).toBe(
    "Readers see 2 entries as saved in it, and do not see 1 entry any more.",
  );
});
