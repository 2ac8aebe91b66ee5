import type { ExportRecord } from "../../src/import-wordpress/export-record.ts";
import { readExport } from "../../src/import-wordpress/read-export.ts";

/** A source of these pieces. */
export async function* chunks<Chunk>(...all: Chunk[]): AsyncGenerator<Chunk> {
  yield* all;
}

/** All records of an export. */
export async function readRecords(source: AsyncIterable<string | Uint8Array>): Promise<ExportRecord[]> {
  const records: ExportRecord[] = [];
  for await (const record of readExport(source)) records.push(record);
  return records;
}
