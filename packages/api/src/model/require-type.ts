import type { ContentModel, ContentType } from "@letterpress/model/content-type";

/** The content type of this name; the routers are made of the same model, so a missing one is a bug. */
export function requireType(model: ContentModel, name: string): ContentType {
  const type = model[name];
  if (!type) throw new Error(`The content model has no type "${name}".`);
  return type;
}
