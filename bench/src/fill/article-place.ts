import { createHash } from "node:crypto";

/** When what articles refer to was published, in milliseconds. */
export const firstPublished = Date.UTC(2020, 0);

/** The id of what articles refer to. */
export function targetId(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-${hex.slice(12, 24)}`;
}

export function articleId(index: number): string {
  const hex = index.toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000001`;
}

/** Each a minute after the one before. */
export function articleDate(index: number): Date {
  return new Date(firstPublished + (index + 1) * 60_000);
}
