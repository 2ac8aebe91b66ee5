import type { ContentType } from "@letterpress/model/content-type";
import { leavesOf } from "@letterpress/model/leaves";
import { assetsInMarkdown } from "../markdown/assets-in-markdown.ts";

export interface LinkedAsset {
  field: string;
  id: string;
  kind: "image" | "file";
  /** Media types that the field takes; any unless told. */
  accept: readonly string[] | undefined;
}

/** What stored fields point at. */
export interface LinkedIds {
  entries: { field: string; type: string; id: string }[];
  assets: LinkedAsset[];
  /** Assets that markdown shows by their address. */
  assetsInText: string[];
}

/** The entries and assets that stored fields point at, at any depth. `field` is the dotted path of the pointer. */
export function linkedIds(type: ContentType, fields: Record<string, unknown>): LinkedIds {
  const linked: LinkedIds = { entries: [], assets: [], assetsInText: [] };
  for (const { path, field, value } of leavesOf(type.fields, fields)) {
    const { kind, settings } = field;
    if (kind === "markdown") linked.assetsInText.push(...assetsInMarkdown(String(value)));
    if (kind === "image" || kind === "file")
      linked.assets.push({ field: path, id: String(value), kind, accept: settings.accept });
    if (kind === "reference" || kind === "references")
      for (const id of [value].flat() as string[])
        linked.entries.push({ field: path, type: settings.to ?? "", id });
  }
  return linked;
}
