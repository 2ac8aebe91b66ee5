/** A published entry as it is stored. */
export interface PublishedRow {
  entryId: string;
  type: string;
  slug: string;
  publishedAt: Date;
  updatedAt: Date;
  /** The revision that is shown. */
  version: number;
  /** What tells whether readers get the fields as they are stored; null where they do not. */
  shape: string | null;
  /** JSON of the output values by field name, without the links. */
  text: string;
  /** Output values of the fields that includes start from; null for those that are not there. */
  links: Readonly<Record<string, unknown>>;
}
