import type { Row } from "./row.ts";

const heads = [
  "",
  "measured",
  "budget",
  "",
  "req/s",
  "bare req/s",
  "p50 ms",
  "p99 ms",
  "µs of CPU",
  "bare µs",
  "peak RSS MB",
];
const rssMax = 200;

/** Prints rows as a markdown table. A `!` marks what misses its budget. Returns how many do. */
export function printTable(rows: Row[]): number {
  const cells = rows.map(cellsOf);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  console.log(line(heads));
  console.log(line(widths.map((width) => "-".repeat(width))));
  for (const row of cells) console.log(line(row));
  return rows.filter(misses).length;
}

function cellsOf(row: Row): string[] {
  const { name, measured, budget, speed, rss } = row;
  const p99 = speed && `${milliseconds(speed.p99)}${speed.p99Max === undefined ? "" : ` ≤ ${speed.p99Max}`}`;
  return [
    name,
    measured,
    budget,
    misses(row) ? "!" : row.met === undefined ? "" : "✓",
    speed ? count(speed.requests) : "",
    speed?.bare ? count(speed.bare.requests) : "",
    speed ? milliseconds(speed.p50) : "",
    `${p99 ?? ""}${isSlow(row) ? " !" : ""}`,
    speed?.cpu === undefined ? "" : speed.cpu.toFixed(0),
    speed?.bare?.cpu === undefined ? "" : speed.bare.cpu.toFixed(0),
    rss === undefined ? "" : `${rss.toFixed(0)}${isLarge(row) ? " !" : ""}`,
  ];
}

function misses(row: Row): boolean {
  return row.met === false || isSlow(row) || isLarge(row);
}

function isSlow({ speed }: Row): boolean {
  return speed?.p99Max !== undefined && speed.p99 > speed.p99Max;
}

function isLarge({ rss }: Row): boolean {
  return rss !== undefined && rss > rssMax;
}

function count(number: number): string {
  return Math.round(number).toLocaleString("en");
}

function milliseconds(number: number): string {
  return number.toFixed(number < 10 ? 2 : 0);
}
