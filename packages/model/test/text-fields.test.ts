import { describe, expect, test } from "vitest";
import { color, email, markdown, slug, text, url } from "../src/index.ts";
import { notStorable } from "../src/storable-text.ts";
import { read, take } from "./take.ts";

const line = ": This is a single line: remove the line breaks.";
const hostile: unknown[] = [
  1,
  Number.NaN,
  true,
  null,
  undefined,
  {},
  [],
  ["a"],
  new Date(0),
  Symbol.iterator,
  1n,
];

describe("text", () => {
  test.each([
    ["nothing", "", ""],
    ["as many characters as it may have", "x".repeat(10_000), "x".repeat(10_000)],
    ["spaces as they are", "  a  ", "  a  "],
    ["letters beyond the basic plane", "😀 ﷺ e\u0301", "😀 ﷺ e\u0301"],
    ["names of JavaScript as the words that they are", "__proto__", "__proto__"],
  ])("takes %s", (_what, given, stored) => {
    expect(take(text(), given)).toEqual({ stored });
  });

  test.each([
    ["one character too many", text({ max: 3 }), "four", ": Use at most 3 characters."],
    ["the character that no database keeps", text(), "a\0b", `: ${notStorable}`],
    ["half a character", text(), "a\ud800", `: ${notStorable}`],
    ["a line break in a single line", text(), "a\nb", line],
    ["the line break of old machines", text(), "a\rb", line],
  ])("refuses %s, and says what to do", (_what, field, given, problem) => {
    expect(take(field, given)).toEqual([problem]);
  });

  test("keeps the line breaks of several lines", () => {
    expect(take(text({ multiline: true }), "a\r\nb\n")).toEqual({ stored: "a\r\nb\n" });
  });
});

describe("what is no text is refused in words by every kind of text", () => {
  test.each([
    ["text", text(), "Use text."],
    ["markdown", markdown(), "Use text."],
    ["slug", slug(), "Use text."],
    ["url", url(), "Use an address that starts with https:// or http://."],
    ["email", email(), "Use an email address, such as ann@example.com."],
    ["color", color(), "Use a colour of the form #1a2b3c."],
  ])("%s", (_kind, field, message) => {
    for (const value of hostile) expect(take(field, value)).toEqual([`: ${message}`]);
  });
});

test("markdown is kept to the letter, up to its length", () => {
  expect(take(markdown({ max: 9 }), "# <b>\r\n*")).toEqual({ stored: "# <b>\r\n*" });
  expect(take(markdown({ max: 9 }), "0123456789")).toEqual([": Use at most 9 characters."]);
  expect(take(markdown(), "x".repeat(500_001))).toEqual([": Use at most 500000 characters."]);
  expect(take(markdown(), "\udc00")).toEqual([`: ${notStorable}`]);
});

describe("slug", () => {
  const form = ": Use lower-case letters, digits and single hyphens between them.";
  test.each(["a", "2", "crème-brûlée-2", "活版印刷", "x".repeat(160)])("takes %j", (given) => {
    expect(take(slug(), given)).toEqual({ stored: given });
  });

  test.each(["", "A", "a b", "a--b", "-a", "a-", "a/b", "..", "a_b", "a%2fb", "a?b", "a#b", "\ud800", "a\0"])(
    "refuses %j",
    (given) => {
      expect(take(slug(), given)).toEqual([form]);
    },
  );

  test("is no longer than an address should be", () => {
    expect(take(slug(), "x".repeat(161))).toEqual([": Use at most 160 characters."]);
  });

  test("is one address, whichever way an accent was typed", () => {
    expect(take(slug(), "cre\u0300me")).toEqual({ stored: "cr\u00e8me" });
  });
});

describe("url", () => {
  test.each(["https://example.com", "http://localhost:3000/a?b=c#d", "HTTPS://EXAMPLE.COM/É"])(
    "takes %j as it is written",
    (given) => {
      expect(take(url(), given)).toEqual({ stored: given });
    },
  );

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.com",
    "/a",
    "example.com",
    "https:example.com",
    "https://",
    "",
  ])("refuses %j", (given) => {
    expect(take(url(), given)).toEqual([": Use an address that starts with https:// or http://."]);
  });

  test.each(["https://example.com/a b", "https://example.com/\0", "https://example.com/\ud800"])(
    "refuses %j, which every browser would repair in its own way",
    (given) => {
      expect(take(url(), given)).toEqual([": Use an address without spaces: write %20 for each."]);
    },
  );

  test("leaves out the spaces that were copied with it", () => {
    expect(take(url(), " https://example.com\n")).toEqual({ stored: "https://example.com" });
  });

  test("has a length that browsers agree on", () => {
    expect(take(url(), `https://a.b/${"x".repeat(2_000)}`)).toEqual([": Use at most 2000 characters."]);
  });
});

test("an email address has a form and a length, and nothing around it", () => {
  const form = [": Use an email address, such as ann@example.com."];
  expect(take(email(), "Ann.O'Neil+news@Example.com")).toEqual({ stored: "Ann.O'Neil+news@Example.com" });
  for (const given of [
    "ann",
    "ann@example",
    "a@b@c.de",
    " a@b.co ",
    "a@b.co\n",
    "<a@b.co>",
    "a@b.co,c@d.ef",
    "",
  ])
    expect(take(email(), given)).toEqual(form);
  expect(take(email(), `${"x".repeat(64)}@${"y".repeat(186)}.com`)).toEqual([
    ": Use at most 254 characters.",
  ]);
});

test("a colour is stored in small letters, so that equal colours are equal", () => {
  expect(take(color(), "#ABCDEF")).toEqual({ stored: "#abcdef" });
  for (const given of ["#abc", "abcdef", "#12345g", "#1234567", "#123456\n", "red", "url(x)", ""])
    expect(take(color(), given)).toEqual([": Use a colour of the form #1a2b3c."]);
});

test("what was stored is read as it is", () => {
  for (const field of [text(), slug(), url(), email(), color()]) expect(read(field, "a")).toBe("a");
  const rendered = { source: "a", html: "<p>a</p>", text: "a", toc: [{ depth: 2, id: "a", text: "a" }] };
  expect(read(markdown(), rendered)).toEqual(rendered);
});
