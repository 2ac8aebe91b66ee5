import { describe, expect, test } from "vitest";
import { MalformedExport } from "../../src/import-wordpress/malformed-export.ts";
import { chunks, readRecords } from "./read-records.ts";
import { wxrFile } from "./wxr-file.ts";

async function problemOf(source: AsyncIterable<string | Uint8Array>): Promise<MalformedExport> {
  const error = await readRecords(source).catch((caught: unknown) => caught);
  if (!(error instanceof MalformedExport)) throw new Error(`expected MalformedExport, got ${String(error)}`);
  return error;
}

const beginning = wxrFile("").split("</channel>")[0] ?? "";

describe("encodings", () => {
  const declared = (encoding: string) =>
    wxrFile("<item><title>Café</title></item>", {
      head: `<?xml version="1.0" encoding="${encoding}"?>`,
    });
  const titleIn = async (...bytes: Uint8Array[]) => (await readRecords(chunks(...bytes))).at(-1);

  test("a byte order mark is no part of the text", async () => {
    expect(await titleIn(Buffer.from(`\uFEFF${declared("UTF-8")}`))).toMatchObject({ title: "Café" });
    expect(await titleIn(Buffer.from(`\uFEFF${declared("UTF-16")}`, "utf16le"))).toMatchObject({
      title: "Café",
    });
  });

  test("the one that the file declares is used", async () => {
    const latin = Buffer.from(declared("ISO-8859-1"), "latin1");
    expect(await titleIn(latin.subarray(0, 30), latin.subarray(30))).toMatchObject({ title: "Café" });
  });

  test("an unknown one is named", async () => {
    const problem = await problemOf(chunks(Buffer.from(declared("KLINGON-8"))));
    expect(problem.message).toContain('its encoding is "KLINGON-8"');
  });

  test("bytes in another one are never guessed at, and their line is named", async () => {
    const wrong = await problemOf(chunks(Buffer.from(declared("UTF-8"), "latin1")));
    expect(wrong.message).toContain("UTF-8 text, but has bytes that are not");
    expect(wrong.line).toBe(14);
    const zipped = await problemOf(chunks(Buffer.from("1f8b0800000000000003", "hex")));
    expect(zipped.message).toContain("unpack it first");
  });
});

describe("entities", () => {
  const laughs = `<?xml version="1.0"?>
<!DOCTYPE lolz [
  <!ENTITY lol "lol">
  <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
]>
`;
  const external = `<?xml version="1.0"?>\n\n<!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd">]>\n`;

  test.each([
    ["that multiply", laughs, 2],
    ["that read files", external, 3],
    ["that are fetched", `<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/evil.dtd">`, 1],
  ])("%s are refused with the line of their declaration", async (_what, head, line) => {
    const problem = await problemOf(chunks(wxrFile("<item><title>&lol2;</title></item>", { head })));
    expect(problem.message).toContain("<!DOCTYPE");
    expect(problem.line).toBe(line);
  });

  test("that nobody defined are named, not dropped", async () => {
    const problem = await problemOf(
      chunks(wxrFile("<item><title>fish &nbsp; chips</title></item>", { head: "" })),
    );
    expect(problem.message).toContain("entity");
    expect(problem.line).toBe(14);
  });
});

describe("a broken file", () => {
  test("that is cut off anywhere is never taken for a whole one", async () => {
    const whole = wxrFile("<item><title><![CDATA[a]]></title><wp:post_id>1</wp:post_id></item>").trimEnd();
    for (let length = 0; length < whole.length; length += 1) {
      await expect(readRecords(chunks(whole.slice(0, length))), `cut at ${length}`).rejects.toThrow(
        MalformedExport,
      );
    }
    expect((await problemOf(chunks(whole.slice(0, whole.indexOf("]]>"))))).message).toContain(
      "The file ends in the middle of <title>: it was cut off.",
    );
  });

  test("is described with line and column, which count from the beginning of the file", async () => {
    expect(await problemOf(chunks("\n\n", "<rss><a></b></rss>"))).toMatchObject({ line: 3, column: 12 });
    const problem = await problemOf(
      chunks('<rss version="2.0">\n<channel>\n  <title>a</tittle>\n</channel></rss>'),
    );
    expect(problem).toMatchObject({ line: 3, column: 19 });
    expect(problem.message).toMatch(/not well-formed XML: .*\(line 3, column 19\)$/);
  });

  test("that is no export says what to do", async () => {
    const page = await problemOf(chunks("<!-- x --><html><body>Log in</body></html>"));
    expect(page.message).toContain("begins with <html>");
    expect(page.message).toContain("Tools → Export");
    const feed = await problemOf(
      chunks('<rss version="2.0"><channel><title>x</title><item/></channel></rss>'),
    );
    expect(feed.message).toContain("names no WXR version");
    const empty = await problemOf(chunks("<rss><channel></channel></rss>"));
    expect(empty.message).toContain("names no WXR version");
    const later = await problemOf(
      chunks(wxrFile("<item/>", { version: "2.0", namespace: "http://wordpress.org/export/1.2/" })),
    );
    expect(later.message).toContain("WXR version 2.0; Letterpress reads versions 1.0 to 1.2");
  });

  test("with one endless value ends before memory does", async () => {
    async function* endless(start: string) {
      yield beginning + start;
      for (;;) yield "x".repeat(1_000_000);
    }
    for (const start of ["<item><title><![CDATA[", '<item a="']) {
      expect((await problemOf(endless(start))).message).toContain("too long");
    }
  });

  test("that nests without end ends before memory does", async () => {
    async function* endless() {
      yield beginning;
      for (;;) yield "<item>";
    }
    expect((await problemOf(endless())).message).toContain("nested more than 64 deep");
  });
});
