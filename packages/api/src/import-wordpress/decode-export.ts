import { MalformedExport } from "./malformed-export.ts";

/** Enough to hold an XML declaration. */
const SNIFF_BYTES = 256;

/**
 * The text of an export, piece by piece. Bytes are read in the encoding that a byte order mark or the XML declaration
 * names, else as UTF-8.
 *
 * @throws MalformedExport when the encoding is unknown, or the bytes are not in it: guessing would garble names and
 *   texts without anybody noticing.
 */
export async function* decodeExport(source: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let held = Buffer.alloc(0);
  let line = 1;

  const decode = (bytes: Uint8Array, stream: boolean): string => {
    decoder ??= decoderFor(bytes);
    try {
      const text = decoder.decode(bytes, { stream });
      line += countLines(text);
      return text;
    } catch {
      const [good = ""] = new TextDecoder(decoder.encoding).decode(bytes).split("\uFFFD", 1);
      throw new MalformedExport(
        `The file says that it is ${decoder.encoding.toUpperCase()} text, but has bytes that are not. ` +
          "If it is a .zip or .gz, unpack it first; else save it as UTF-8 and try again.",
        line + countLines(good),
        1,
      );
    }
  };

  for await (const chunk of source) {
    if (typeof chunk === "string") {
      yield chunk;
    } else if (decoder) {
      yield decode(chunk, true);
    } else {
      held = Buffer.concat([held, chunk]);
      if (held.length >= SNIFF_BYTES) yield decode(held, true);
    }
  }
  if (decoder) yield decode(new Uint8Array(), false);
  else if (held.length > 0) yield decode(held, false);
}

function decoderFor(start: Uint8Array): TextDecoder {
  const label = encodingOf(start);
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new MalformedExport(
      `The file says that its encoding is "${label}", which Letterpress cannot read. Save it as UTF-8 and try again.`,
      1,
      1,
    );
  }
}

function encodingOf(start: Uint8Array): string {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const declaration = Buffer.from(start.subarray(0, SNIFF_BYTES)).toString("latin1");
  return /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1] ?? "utf-8";
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}
