import { expect, test } from "vitest";
import type { Upgrade } from "../src/content-type.ts";
import { defineType } from "../src/define-type.ts";
import { number } from "../src/fields/number.ts";
import { text } from "../src/fields/text.ts";
import { UpgradeError, upgradeFields } from "../src/upgrade-fields.ts";

const recipe = (upgrade: Record<number, Upgrade>) =>
  defineType("recipe", {
    version: Object.keys(upgrade).length + 1,
    upgrade,
    fields: { title: text(), minutes: number().optional() },
  });

const steps = recipe({
  1: ({ duration, ...rest }) => ({ ...rest, minutes: Number(duration) }),
  2: (old) => ({ ...old, title: `${old.title}!` }),
});

test("the steps run from the version that the fields have, in order, to the current one", () => {
  const old = { title: "Soup", duration: "20" };
  expect(upgradeFields(steps, old, 1)).toEqual({ title: "Soup!", minutes: 20 });
  expect(upgradeFields(steps, { title: "Soup", minutes: 20 }, 2)).toEqual({ title: "Soup!", minutes: 20 });
});

test("fields of the current version, and of one that only a later deployment knows, stay as they are", () => {
  const fields = { title: "Soup", anything: [1] };
  for (const version of [3, 4, 99]) expect(upgradeFields(steps, fields, version)).toBe(fields);
});

test("what is given never changes, whatever a step does to its argument", () => {
  const careless = recipe({
    1: (old) => {
      const mutable = old as { title: string; tags: string[] };
      mutable.tags.push("changed");
      mutable.title = "Changed";
      return mutable;
    },
  });
  const old = { title: "Soup", tags: ["hot"] };
  expect(upgradeFields(careless, old, 1)).toEqual({ title: "Changed", tags: ["hot", "changed"] });
  expect(old).toEqual({ title: "Soup", tags: ["hot"] });
});

test("the fields are what a database would give back: no undefined, no dates, nothing that is emptied, no slug", () => {
  const made = recipe({
    1: () => ({
      title: undefined,
      minutes: null,
      at: new Date(0),
      slug: "mine",
      nested: { gone: undefined },
    }),
  });
  const fields = upgradeFields(made, {}, 1);
  expect(fields).toStrictEqual({ at: "1970-01-01T00:00:00.000Z", nested: {} });
});

const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;

test.each<[string, Upgrade, RegExp]>([
  [
    "throws",
    (old) => ({ title: (old.gone as { name: string }).name }),
    /^The step failed: Cannot read .*'name'/,
  ],
  ["returns nothing", () => undefined as never, /no plain object/],
  ["returns a list", () => [] as never, /no plain object/],
  ["is asynchronous", (async () => ({})) as never, /no plain object/],
  ["returns an object of a class", () => new Map() as never, /no plain object/],
  ["returns a cycle", () => cyclic, /no JSON: .*circular/],
  ["returns a bigint", () => ({ minutes: 1n }), /no JSON/],
])("a step that %s is an error with the type, the version and the reason", (_what, step, reason) => {
  const type = recipe({ 1: (old) => old, 2: step });
  const upgrade = () => upgradeFields(type, { title: "Soup" }, 1);
  expect(upgrade).toThrow(UpgradeError);
  expect(upgrade).toThrow(
    expect.objectContaining({ type: "recipe", version: 2, reason: expect.stringMatching(reason) }),
  );
});

test("fields of a version that no step starts from are an error", () => {
  expect(() => upgradeFields(steps, {}, 0)).toThrow("There is no step that makes version 1.");
});
