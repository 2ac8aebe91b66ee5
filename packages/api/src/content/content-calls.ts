import type { ContentModel, ContentType } from "@letterpress/model/content-type";
import type { Page } from "../listing/page.ts";
import type { Include, Known, Result, Select } from "./result.ts";
import type { OrderBy, Where } from "./where.ts";

/** What a list of published entries is asked for. */
export interface PublishedListQuery<T extends ContentType> {
  where?: Where<T> | undefined;
  /** `-publishedAt`, newest first, unless told. */
  orderBy?: OrderBy<T> | undefined;
  /** The `nextCursor` of the page before, of the same `where` and `orderBy`. */
  cursor?: string | undefined;
  /** Entries on a page: 1 to 100, 20 unless told. */
  limit?: number | undefined;
}

/** Which published entry is read. */
export type PublishedKey = { slug: string; id?: never } | { id: string; slug?: never };

/** The public reads of a content type, whose results follow the request. */
export interface ContentCalls<Model extends ContentModel, Name extends keyof Model & string> {
  /**
   * One published entry, also by a slug that it had before: then its slug is another than the one asked for. Fails
   * with `ENTRY_MISSING`.
   */
  get<const S extends Select<Model[Name]> = Nothing, const I extends Include<Model, Name> = Nothing>(
    query: PublishedKey & {
      select?: S & Known<S, Select<Model[Name]>>;
      include?: I & Known<I, Include<Model, Name>>;
    },
  ): Promise<Result<Model, Name, Fixed<S>, Fixed<I>>>;
  /** A page of published entries. With `count`, the page says how many there are on all pages. */
  list<
    const S extends Select<Model[Name]> = Nothing,
    const I extends Include<Model, Name> = Nothing,
    const C extends boolean = false,
  >(
    query?: PublishedListQuery<Model[Name]> & {
      select?: S & Known<S, Select<Model[Name]>>;
      include?: I & Known<I, Include<Model, Name>>;
      count?: C;
    },
  ): Promise<
    NoInfer<C> extends true
      ? CountedPage<Result<Model, Name, Fixed<S>, Fixed<I>>>
      : Page<Result<Model, Name, Fixed<S>, Fixed<I>>>
  >;
}

/** A page that says how many items there are on all pages. */
export interface CountedPage<Item> extends Page<Item> {
  total: number;
}

/** Like `NoInfer`, whose unions however cannot be taken member by member. */
type Fixed<T> = [T][T extends unknown ? 0 : never];

type Nothing = Readonly<Record<never, never>>;
