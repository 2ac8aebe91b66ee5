import type { ContentModel, ContentType } from "@letterpress/model/content-type";
import { facetKind } from "@letterpress/model/facet-kind";
import type { Field } from "@letterpress/model/field";

/** Entries can be found by it, in `where`. */
export function isFilterable(field: Field): boolean {
  const isListOfFiles = field.item?.kind === "image" || field.item?.kind === "file";
  return field.kind === "slug" || (facetKind(field) !== null && !isListOfFiles);
}

/** Lists can be put in order by it, in `orderBy`. */
export function isOrderable(field: Field): boolean {
  const facet = facetKind(field);
  return facet !== null && !facet.many && !["image", "file", "reference"].includes(field.kind);
}

/** What it points at can be read along, in `include`. */
export function isIncludable(field: Field): boolean {
  return field.kind === "reference" || field.kind === "references";
}

/** A field through which entries of one type point at another. */
export interface Link {
  from: ContentType;
  field: string;
  to: ContentType;
}

/** All of them, in the order of the model. */
export function linksOf(model: ContentModel): Link[] {
  return Object.values(model).flatMap((from) =>
    Object.entries(from.fields).flatMap(([name, field]) => {
      const to = isIncludable(field) ? model[field.settings.to ?? ""] : undefined;
      return to ? [{ from, field: name, to }] : [];
    }),
  );
}

/** The type that examples show most with. */
export function richestType(model: ContentModel): ContentType | undefined {
  const uses = ({ fields }: ContentType) =>
    Object.values(fields).filter((field) => isFilterable(field) && field.kind !== "text").length;
  return Object.values(model).reduce<ContentType | undefined>(
    (best, type) => (best && uses(best) >= uses(type) ? best : type),
    undefined,
  );
}
