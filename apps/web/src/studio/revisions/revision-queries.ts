import type { Entry } from "@letterpress/client";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { fetched } from "../connection/call.ts";
import { entriesOf } from "../connection/entries-of.ts";
import { entriesKey } from "../connection/queries.ts";

type EntryKey = Pick<Entry, "type" | "id">;

/** The saves of an entry, the newest first. `version` is its latest, so that each save asks anew. */
export const revisionsQuery = ({ type, id, version }: EntryKey & { version: number }) =>
  infiniteQueryOptions({
    queryKey: [...entriesKey(type), "revisions", id, version],
    queryFn: ({ pageParam }) =>
      fetched(entriesOf(type).revisions({ id, ...(pageParam === null ? {} : { cursor: pageParam }) })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** One save with its fields. It never changes. */
export const revisionQuery = ({ type, id }: EntryKey, version: number) =>
  queryOptions({
    queryKey: ["revision", type, id, version],
    queryFn: () => fetched(entriesOf(type).revision({ id, version })),
    staleTime: Number.POSITIVE_INFINITY,
  });
