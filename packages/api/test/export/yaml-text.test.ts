import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { yamlText } from "../../src/export/yaml-text.ts";

/** Texts that some reader of YAML takes for something else. */
const tricky = fc.constantFrom(
  ..."yes|no|on|off|y|n|null|~|true|False|123|1_000|0x1f|0o17|1e3|.5|.inf|.nan|12:30:45|2026-12-31|2026-12-31T18:00:00Z".split(
    "|",
  ),
  ...[
    "",
    " ",
    "\n",
    "\r\n",
    "\t",
    "-",
    "- a",
    "# a",
    "a # b",
    "a: b",
    "a:",
    ": a",
    "? a",
    "& a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a",
  ],
  ...[
    "|",
    ">",
    "'",
    '"',
    "''",
    '""',
    "{",
    "[a",
    "a]",
    "---",
    "...",
    "--- a",
    "<<",
    "=",
    "\u2028",
    "\u0085",
    "\ufeff",
    "\u00a0",
    "👩🏽‍🚀",
  ],
  ..."\\|a\\nb|a\n|\na|a\n\nb|a \nb| a\nb|a\r\nb|a\rb|a\nb\n\n|\ta\nb|a\n---\nb|---\na|...\nb|\x01|\x7f|a\u2028b\nc".split(
    "|",
  ),
);
const text = fc.oneof(
  tricky,
  fc.string({ unit: "grapheme" }),
  fc.array(tricky).map((parts) => parts.join("")),
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .dictionary(text, tie("value"), { maxKeys: 4, noNullPrototype: true })
      .map((value) => JSON.parse(JSON.stringify(value))),
  ),
})).value;

const isReadable = (value: unknown) => !JSON.stringify(value).includes("__proto__");

test("every value reads back as itself, in YAML 1.2 and in YAML 1.1, and never has a line that ends front matter", () => {
  fc.assert(
    fc.property(fc.dictionary(text, json, { noNullPrototype: true }).filter(isReadable), (value) => {
      const yaml = yamlText(value);
      expect(parse(yaml)).toEqual(value);
      expect(yaml).not.toMatch(/^(---|\.\.\.)/m);
      expect(yaml).not.toMatch(/\r/);
    }),
    { numRuns: 500 },
  );
});

test("texts alone read back in YAML 1.1, too", () => {
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      expect(parse(yamlText({ texts }), { version: "1.1" })).toEqual({ texts });
    }),
    { numRuns: 500 },
  );
});

test("60 levels read back, and a markdown text is a block that people can read", () => {
  let deep: unknown = "end";
  for (let level = 0; level < 60; level++) deep = level % 2 === 0 ? [deep] : { a: deep };
  expect(parse(yamlText({ deep }))).toEqual({ deep });
  expect(yamlText({ intro: "One: *two*\n\n- three\n" })).toBe("intro: |\n  One: *two*\n\n  - three\n");
});
