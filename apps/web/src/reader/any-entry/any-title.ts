import type { PublicationInfo } from "@letterpress/client";
import type { AnyEntry } from "../data/entries.ts";

/** The title of an entry of any type. Of types without pages the title field is not known, so it is guessed. */
export function anyTitle(entry: AnyEntry, pages: PublicationInfo["pages"]): string {
  const field = pages.find(({ type }) => type === entry.type)?.titleField;
  const title = field === undefined ? (entry.title ?? entry.name) : entry[field];
  return typeof title === "string" && title.trim() !== "" ? title : entry.slug;
}
