import { SaxesParser } from "saxes";
import { collectRecords } from "./collect-records.ts";
import { decodeExport } from "./decode-export.ts";
import type { ExportRecord } from "./export-record.ts";
import { MalformedExport } from "./malformed-export.ts";

/** In characters. No text, comment or tag of an export may be longer: the parser holds each of them in memory. */
const MAX_VALUE_LENGTH = 8 * 1024 * 1024;
const MAX_DEPTH = 64;
const PIECE_LENGTH = 64 * 1024;

/** XML 1.0 forbids these, yet old posts hold them (pasted from word processors); nobody has ever seen them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const FORBIDDEN_CHARACTERS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * Reads a WordPress export (WXR 1.0 to 1.2) of any size: memory holds one item at a time.
 *
 * A broken file is often whole for a long way, so a caller that must not do half the work reads it to its end once
 * before acting.
 *
 * @throws MalformedExport when the file is not a WordPress export, is cut off, is not well-formed XML, or has a
 *   document type declaration: entities are never defined, expanded or fetched.
 */
export async function* readExport(
  source: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<ExportRecord, undefined> {
  const ready: ExportRecord[] = [];
  const parser = new SaxesParser({ xmlns: true, position: true });
  let lineOffset = 0;
  let lastEvent = 0;
  let depth = 0;

  const fail = (problem: string, line = parser.line, column = parser.column): never => {
    throw new MalformedExport(problem, lineOffset + line, Math.max(column, 1));
  };
  const records = collectRecords({ emit: (record) => ready.push(record), fail, maxLength: MAX_VALUE_LENGTH });

  parser.on("error", (error) => {
    const problem = error.message.replace(/^\d+:\d+: /, "");
    // A reference to a forbidden character (&#x1;). It stays in the text as written, which harms nobody.
    if (problem !== "malformed character entity.") fail(explain(problem));
  });
  parser.on("doctype", (doctype) => {
    fail(
      "The file has a document type declaration (<!DOCTYPE …>), which no WordPress export has. It was refused because it can define entities.",
      parser.line - (doctype.split("\n").length - 1),
      0,
    );
  });
  parser.on("opentag", (tag) => {
    lastEvent = parser.position;
    depth += 1;
    if (depth > MAX_DEPTH) fail(`The elements of the file are nested more than ${MAX_DEPTH} deep.`);
    records.open(tag, lineOffset + parser.line);
  });
  parser.on("closetag", () => {
    lastEvent = parser.position;
    depth -= 1;
    records.close();
  });
  parser.on("text", (text) => records.text(text));
  parser.on("cdata", (text) => records.text(text));
  parser.on("comment", () => {
    lastEvent = parser.position;
  });

  let begun = false;
  for await (const chunk of decodeExport(source)) {
    let text = chunk.replace(FORBIDDEN_CHARACTERS, "");
    if (!begun) {
      // Plugins that print an empty line make WordPress begin an export with one, before the XML declaration.
      const trimmed = text.replace(/^[\s\uFEFF]+/, "");
      lineOffset += text.slice(0, text.length - trimmed.length).split("\n").length - 1;
      text = trimmed;
      begun = text.length > 0;
    }
    for (let start = 0; start < text.length; start += PIECE_LENGTH) {
      parser.write(text.slice(start, start + PIECE_LENGTH));
      if (parser.position - lastEvent > MAX_VALUE_LENGTH) fail("A single value of the file is too long.");
      yield* ready.splice(0);
    }
  }
  parser.close();
  yield* ready.splice(0);
}

/** The parser's terse words, as sentences. */
function explain(problem: string): string {
  const unclosed = /^unclosed tag: (.*)$/.exec(problem)?.[1];
  if (unclosed)
    return `The file ends in the middle of <${unclosed}>: it was cut off. Export or copy it again.`;
  if (problem === "unexpected end.") return "The file is cut off at its end. Export or copy it again.";
  if (problem === "document must contain a root element.") return "The file is empty.";
  if (problem === "undefined entity.") return "The file uses an XML entity (&…;) that XML does not define.";
  return `The file is not well-formed XML: ${problem}`;
}
