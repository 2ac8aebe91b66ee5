import { expect, test } from "vitest";
import { describeType } from "../src/describe-type.ts";
import { blocks, defineType, group, list, number, reference, select, text } from "../src/index.ts";

test("a description is plain JSON that says all that a form needs, at any depth", () => {
  const type = defineType("a", {
    label: "Thing",
    path: "/things/:slug",
    fields: {
      coverLine: text({ max: 5, label: "Line", help: "Short." }),
      days: list(
        group({
          program: blocks({ talk: group({ levels: list(select(["x"])), by: reference("a").optional() }) }),
        }),
        { min: 1 },
      ),
      size: number({ min: -1 }).default(-0),
    },
  });
  const description = describeType(type);
  expect(JSON.parse(JSON.stringify(description))).toStrictEqual(description);
  expect(description).toMatchObject({
    name: "a",
    label: "Thing",
    pluralLabel: "Things",
    path: "/things/:slug",
    version: 1,
  });
  const [line, days, size, address] = description.fields;
  expect(line).toEqual({
    name: "coverLine",
    kind: "text",
    label: "Line",
    help: "Short.",
    required: true,
    max: 5,
    multiline: false,
  });
  expect(days).toMatchObject({
    kind: "list",
    required: false,
    min: 1,
    max: 100,
    defaultValue: [],
    item: { name: "", kind: "group", required: true },
  });
  const [talk] = days?.item?.fields?.[0]?.blocks ?? [];
  expect(talk).toMatchObject({ name: "talk", kind: "group", label: "Talk" });
  expect(talk?.fields).toEqual([
    expect.objectContaining({
      name: "levels",
      item: expect.objectContaining({ kind: "select", options: ["x"] }),
    }),
    { name: "by", kind: "reference", label: "By", required: false, to: "a" },
  ]);
  expect(size).toMatchObject({ required: false, defaultValue: 0, min: -1 });
  expect(address).toMatchObject({ name: "slug", kind: "slug", from: "coverLine", required: false });
});
