import type { Published } from "@letterpress/client";

export type PageEntry = Published<"page">;
export type Person = Published<"person">;
export type Tag = Published<"tag">;

/** A published entry of a type that this site has no template for. */
export interface AnyEntry {
  id: string;
  type: string;
  slug: string;
  path: string | null;
  publishedAt: Date;
  updatedAt: Date;
  [field: string]: unknown;
}
