import type { Asset } from "@letterpress/client";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { fetched, meKey } from "./call.ts";
import { type EntryChoiceQuery, type EntryListQuery, entriesOf } from "./entries-of.ts";
import { press } from "./press.ts";

/** Who is signed in; `null` for nobody. */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: () => fetched(press.auth.me()),
  staleTime: 5 * 60_000,
});

export const publicationQuery = queryOptions({
  queryKey: ["publication"],
  queryFn: () => fetched(press.publication.get()),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The content types, as the server describes them. */
export const typesQuery = queryOptions({
  queryKey: ["types"],
  queryFn: () => fetched(press.publication.types()),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Under this key is everything that a change to an entry of the type may change. */
export const entriesKey = (type: string) => ["entries", type] as const;

export const entryQuery = (type: string, id: string) =>
  queryOptions({
    queryKey: [...entriesKey(type), "one", id],
    queryFn: () => fetched(entriesOf(type).get({ id })),
  });

/** What refers to an entry; asked each time, as what refers to it changes without it. */
export const referrersQuery = (type: string, id: string) =>
  queryOptions({
    queryKey: [...entriesKey(type), "referrers", id],
    queryFn: () => fetched(entriesOf(type).referrers({ id })),
    staleTime: 0,
  });

/** Entries to refer to. */
export const entryChoicesQuery = (type: string, query: EntryChoiceQuery) =>
  queryOptions({
    queryKey: [...entriesKey(type), "choices", query],
    queryFn: () => fetched(entriesOf(type).choices(query)),
    placeholderData: keepPreviousData,
  });

/** One page of entries, for the palette. */
export const entryPageQuery = (type: string, query: EntryListQuery) =>
  queryOptions({
    queryKey: [...entriesKey(type), "page", query],
    queryFn: () => fetched(entriesOf(type).list(query)),
    placeholderData: keepPreviousData,
  });

/** A list that grows by pages. */
export const entryListQuery = (type: string, query: EntryListQuery) =>
  infiniteQueryOptions({
    queryKey: [...entriesKey(type), "list", query],
    queryFn: ({ pageParam }) =>
      fetched(entriesOf(type).list({ ...query, ...(pageParam === null ? {} : { cursor: pageParam }) })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const assetsKey = ["assets"] as const;

export const assetQuery = (id: string) =>
  queryOptions({
    queryKey: [...assetsKey, "one", id],
    queryFn: () => fetched(press.assets.get({ id })),
  });

export interface AssetListQuery {
  search: string;
  kind?: Asset["kind"];
  /** Media types, or patterns such as `audio/*`. */
  accept?: readonly string[];
}

export const assetListQuery = ({ search, kind, accept }: AssetListQuery) =>
  infiniteQueryOptions({
    queryKey: [...assetsKey, "list", { search, kind, accept }],
    queryFn: ({ pageParam }) =>
      fetched(
        press.assets.list({
          limit: 40,
          ...(search === "" ? {} : { search }),
          ...(kind === undefined ? {} : { kind }),
          ...(accept === undefined ? {} : { accept: [...accept] }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
