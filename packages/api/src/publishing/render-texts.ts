import type { DbOrTx } from "@letterpress/db/create-db";
import type { ContentType } from "@letterpress/model/content-type";
import type { RenderedMarkdown } from "@letterpress/model/fields/markdown";
import { leavesOf } from "@letterpress/model/leaves";
import { findImages } from "../assets/find-images.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import { linkedIds } from "./linked-ids.ts";

type Render = (...given: Required<Parameters<typeof renderMarkdown>>) => Promise<RenderedMarkdown>;

/** The markdown of stored fields, rendered, by its dotted path. */
export async function renderTexts(
  db: DbOrTx,
  type: ContentType,
  fields: Record<string, unknown>,
  render: Render = renderMarkdown,
): Promise<Map<string, RenderedMarkdown>> {
  const images = await findImages(db, linkedIds(type, fields).assetsInText);
  const byUrl = new Map([...images.values()].map((image) => [image.url, image]));
  const texts = new Map<string, RenderedMarkdown>();
  for (const { path, field, value } of leavesOf(type.fields, fields))
    if (field.kind === "markdown") texts.set(path, await render(String(value), byUrl));
  return texts;
}
