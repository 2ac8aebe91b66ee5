import type { Press } from "@letterpress/client";

type Content = Press["content"];

export type Article = Awaited<ReturnType<Content["article"]["get"]>>;
export type PageEntry = Awaited<ReturnType<Content["page"]["get"]>>;
export type Person = Awaited<ReturnType<Content["person"]["get"]>>;
export type Tag = Awaited<ReturnType<Content["tag"]["get"]>>;

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
