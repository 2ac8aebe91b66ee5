/** A published entry as it is stored. */
export interface PublishedRow {
  entryId: string;
  type: string;
  slug: string;
  publishedAt: Date;
  updatedAt: Date;
  /** Output values by field name. */
  fields: Readonly<Record<string, unknown>>;
}
