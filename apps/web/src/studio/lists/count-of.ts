import type { TypeDescription } from "@letterpress/client";

/** A number of entries in words: "1 article", "3 articles". */
export function countOf({ label, pluralLabel }: TypeDescription, count: number): string {
  return `${count} ${(count === 1 ? label : pluralLabel).toLowerCase()}`;
}
