import { expect, test } from "vitest";
import { failureWords } from "../../src/studio/publishing/failure-words.ts";
import { testFields } from "./test-entry.ts";

const type = { fields: testFields };
const empty = "Fill this in before publishing.";
const says = (...issues: { path: string; message: string }[]) =>
  failureWords(type, { message: "Not ready.", issues });

test("a failure names the fields as the form does", () => {
  expect(says({ path: "fields.title", message: empty }, { path: "fields.body", message: empty })).toBe(
    "Title and Body are empty.",
  );
  expect(says({ path: "fields.body", message: empty })).toBe("Body is empty.");
  expect(says({ path: "fields.body", message: "Gone." }, { path: "fields.title", message: empty })).toBe(
    "Body: Gone. Title is empty.",
  );
});

test("what is about no field says what the server says", () => {
  expect(says()).toBe("Not ready.");
  expect(says({ path: "", message: "Too long." })).toBe("Too long.");
  expect(failureWords(undefined, { message: "", issues: [{ path: "fields.x", message: "Gone." }] })).toBe(
    "Gone.",
  );
});
