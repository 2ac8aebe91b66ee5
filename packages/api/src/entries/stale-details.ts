import type { ContentType } from "@letterpress/model/content-type";
import type { StaleDetails } from "../error-details.ts";
import { currentFields } from "../evolution/current-fields.ts";
import type { EntryRow } from "./entry.ts";

/** The current version, for whoever tried to save an older one. Throws `UPGRADE_FAILED`. */
export function staleDetails(type: ContentType, row: EntryRow): StaleDetails {
  const { version, slug, updatedAt } = row;
  return { current: { version, slug, fields: { ...currentFields(type, row), slug }, updatedAt } };
}
