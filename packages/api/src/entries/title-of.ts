import type { ContentType } from "@letterpress/model/content-type";

/** What an entry is called in lists; empty while its draft has no title. */
export function titleOf(type: ContentType, stored: Readonly<Record<string, unknown>>): string {
  const title = stored[type.titleField];
  return typeof title === "string" ? title : "";
}
