import type { ContentModel, ContentType } from "@letterpress/model/content-type";

/** A reference field of another type (or the same) that points at a type. */
export interface Backlink {
  /** `type.field`, as includes name it. */
  name: string;
  from: ContentType;
  field: string;
}

/** The reference fields that point at entries of a type. */
export function backlinksOf(model: ContentModel, type: ContentType): Backlink[] {
  return Object.values(model).flatMap((from) =>
    Object.entries(from.fields).flatMap(([field, { kind, settings }]) =>
      (kind === "reference" || kind === "references") && settings.to === type.name
        ? [{ name: `${from.name}.${field}`, from, field }]
        : [],
    ),
  );
}
