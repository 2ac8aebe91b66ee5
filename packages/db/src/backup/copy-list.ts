import pg from "pg";
import type { BackupTable } from "./table-list.ts";

/** A table and its columns, as COPY names them. */
export function copyList({ name, columns }: BackupTable): string {
  return `${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(", ")})`;
}
