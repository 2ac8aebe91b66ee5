import type { ContentType } from "@letterpress/model/content-type";

/** The name of the field that is the text below the front matter: the first markdown field of the type, if any. */
export function bodyField(type: ContentType): string | undefined {
  return Object.entries(type.fields).find(([, field]) => field.kind === "markdown")?.[0];
}
