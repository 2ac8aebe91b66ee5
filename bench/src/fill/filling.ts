import type { ContentType } from "@letterpress/model/content-type";
import type { RenderedMarkdown } from "@letterpress/model/fields/markdown";

/** An entry as it was saved, what its markdown was rendered to (by dotted path), and when it was published. */
export interface FilledEntry {
  type: ContentType;
  id: string;
  slug: string;
  title: string;
  fields: Record<string, unknown>;
  texts: Map<string, RenderedMarkdown>;
  publishedAt: Date;
}

/** What a database is filled with: the same each time. */
export interface Filling {
  /** What articles refer to. */
  targets: FilledEntry[];
  /** One of `total`. The later its index, the later it was published. */
  article(index: number, total: number): FilledEntry;
}
