import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from } from "pg-copy-streams";

type Value = string | number | Date | object | null;

/** Its values by column. */
export type Row = Record<string, Value>;

/** Writes rows of a table, which all have the columns of the first, by one COPY. */
export async function copyRows(client: Client, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const text = rows.map((row) => `${columns.map((column) => encode(row[column])).join("\t")}\n`).join("");
  await pipeline(
    Readable.from([text]),
    client.query(from(`COPY ${table} (${columns.join(", ")}) FROM STDIN`)),
  );
}

function encode(value: Value | undefined): string {
  if (value === null) return "\\N";
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
}
