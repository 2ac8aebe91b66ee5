import type { ImagePlace } from "@letterpress/db/replace-published-image";
import type { Field, FieldMap } from "@letterpress/model/field";

/** Where the picture fields are among these, at any depth; `null` where there are none. */
export function imagePlaces(fields: FieldMap): ImagePlace | null {
  const places = placesOf(fields);
  return places && { in: "fields", fields: places };
}

function placeOf({ kind, item, fields, blocks }: Field): ImagePlace | null {
  if (kind === "image") return { in: "image" };
  if (fields) return imagePlaces(fields);
  if (blocks) {
    const places = placesOf(blocks);
    return places && { in: "blocks", blocks: places };
  }
  const inside = item ? placeOf(item) : null;
  return inside && { in: "list", item: inside };
}

function placesOf(fields: FieldMap): Record<string, ImagePlace> | null {
  const places = Object.entries(fields).flatMap(([name, field]) => {
    const place = placeOf(field);
    return place ? [[name, place] as const] : [];
  });
  return places.length === 0 ? null : Object.fromEntries(places);
}
