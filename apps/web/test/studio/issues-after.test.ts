import { describe, expect, it } from "vitest";
import { issuesAfter } from "../../src/studio/editor/issues-after.ts";

const talk = { type: "talk", minutes: 0.5 };
const pause = { type: "pause" };
const issues = {
  "program.0.minutes": "Use a whole number.",
  "program.1.minutes": "Fill in.",
  title: "Long.",
};

describe("issues after a change", () => {
  it("of the changed field go, all others stay", () => {
    const after = [{ ...talk, minutes: 5 }, pause];
    expect(issuesAfter(issues, "program", [talk, pause], after)).toEqual({
      "program.1.minutes": "Fill in.",
      title: "Long.",
    });
    expect(issuesAfter(issues, "title", "a", "b")).not.toHaveProperty("title");
  });

  it("go along with an item that moves", () => {
    expect(issuesAfter(issues, "program", [talk, pause], [pause, talk])).toEqual({
      "program.1.minutes": "Use a whole number.",
      "program.0.minutes": "Fill in.",
      title: "Long.",
    });
  });

  it("go away with an item that is removed", () => {
    expect(issuesAfter(issues, "program", [talk, pause], [pause])).toEqual({
      "program.0.minutes": "Fill in.",
      title: "Long.",
    });
  });

  it("of a list as a whole are answered by any change to it", () => {
    expect(issuesAfter({ program: "Add at least 2." }, "program", [talk], [talk, pause])).toEqual({});
  });
});
