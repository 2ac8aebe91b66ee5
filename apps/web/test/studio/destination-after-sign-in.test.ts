import { describe, expect, it } from "vitest";
import { destinationAfterSignIn } from "../../src/studio/auth/destination-after-sign-in.ts";

describe("the destination after signing in", () => {
  it("is where the person was going", () => {
    expect(destinationAfterSignIn("/entries/article?search=ink")).toBe("/entries/article?search=ink");
    expect(destinationAfterSignIn("/studio/assets")).toBe("/assets");
    expect(destinationAfterSignIn(undefined)).toBe("/");
  });

  it("is never another site", () => {
    for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
      expect(destinationAfterSignIn(next)).toBe("/");
    expect(destinationAfterSignIn("/studio//evil.example")).toBe("/");
  });

  it("is never the page of signing in itself", () => {
    expect(destinationAfterSignIn("/sign-in?next=%2Fsign-in")).toBe("/");
  });
});
