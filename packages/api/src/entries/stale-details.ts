import type { StaleDetails } from "../error-details.ts";
import type { EntryRow } from "./entry.ts";

/** The current version, for whoever tried to save an older one. */
export function staleDetails(row: EntryRow): StaleDetails {
  const { version, slug, fields, updatedAt } = row;
  return { current: { version, slug, fields: { ...(fields as object), slug }, updatedAt } };
}
