import type { ContentType } from "@letterpress/model/content-type";
import { assetsInMarkdown } from "../markdown/assets-in-markdown.ts";

interface LinkedIds {
  entries: { field: string; type: string; id: string }[];
  assets: { field: string; id: string }[];
  /** Assets that markdown shows by their address. */
  assetsInText: string[];
}

/** The entries and assets that stored fields point at. */
export function linkedIds(type: ContentType, fields: Record<string, unknown>): LinkedIds {
  const linked: LinkedIds = { entries: [], assets: [], assetsInText: [] };
  for (const [field, { kind, settings }] of Object.entries(type.fields)) {
    const value = fields[field];
    if (value === undefined || value === null) continue;
    if (kind === "markdown") linked.assetsInText.push(...assetsInMarkdown(value as string));
    if (kind === "image") linked.assets.push({ field, id: value as string });
    if (kind === "reference" || kind === "references")
      for (const id of [value].flat() as string[])
        linked.entries.push({ field, type: settings.to ?? "", id });
  }
  return linked;
}
