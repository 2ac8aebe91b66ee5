import type { Prisma } from "@letterpress/db/generated/client";
import type { ContentType } from "@letterpress/model/content-type";
import { findImages } from "../assets/find-images.ts";
import type { Deps } from "../deps.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import { linkedIds } from "./linked-ids.ts";

/**
 * Makes the output values that readers get of a draft's input values: markdown rendered, pictures with their
 * variants, references as type and id. Nothing is left to do on a read.
 */
export async function renderFields(
  { db }: Pick<Deps, "db">,
  type: ContentType,
  fields: Record<string, unknown>,
): Promise<Prisma.InputJsonObject> {
  const linked = linkedIds(type, fields);
  const images = await findImages(db, [...linked.assets.map((asset) => asset.id), ...linked.assetsInText]);
  const byUrl = new Map([...images.values()].map((image) => [image.url, image]));

  const rendered: Record<string, unknown> = {};
  for (const [name, { kind, settings }] of Object.entries(type.fields)) {
    const value = fields[name];
    if (kind === "references")
      rendered[name] = ((value ?? []) as string[]).map((id) => ({ type: settings.to, id }));
    else if (kind === "boolean") rendered[name] = value ?? false;
    else if (value === undefined || value === null || value === "") continue;
    else if (kind === "markdown") rendered[name] = await renderMarkdown(value as string, byUrl);
    else if (kind === "image") rendered[name] = images.get(value as string);
    else if (kind === "reference") rendered[name] = { type: settings.to, id: value };
    else rendered[name] = value;
  }
  return rendered as Prisma.InputJsonObject;
}
