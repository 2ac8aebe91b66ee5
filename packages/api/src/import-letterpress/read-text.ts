import type { ImportSource } from "./import-source.ts";

/** Bytes of a file of text at most: a draft of a megabyte or two takes a request, so no entry has more. */
const textMax = 32 * 1024 * 1024;

/** The text of a file; `null` where it is no UTF-8, or too much. */
export async function readText(source: ImportSource, path: string): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.read(path)) {
    size += chunk.byteLength;
    if (size > textMax) return null;
    chunks.push(chunk);
  }
  try {
    // The mark that some editors begin a file with is dropped.
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return null;
  }
}
