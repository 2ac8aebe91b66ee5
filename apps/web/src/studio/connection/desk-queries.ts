import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { fetched } from "./call.ts";
import type { EventListQuery } from "./desk.ts";
import { press } from "./press.ts";

export const releasesKey = ["releases"] as const;
export const calendarKey = ["calendar"] as const;
export const binKey = ["bin"] as const;
export const redirectsKey = ["redirects"] as const;
export const eventsKey = ["events"] as const;

/** Everybody who works here, to assign entries to and to tell who did what. */
export const usersQuery = queryOptions({
  queryKey: ["users"],
  queryFn: () => fetched(press.users.choices()),
  staleTime: 5 * 60_000,
});

const pageAt = (cursor: string | null) => ({ limit: 50, ...(cursor === null ? {} : { cursor }) });

export const releaseListQuery = (state: "open" | "published") =>
  infiniteQueryOptions({
    queryKey: [...releasesKey, "list", state],
    queryFn: ({ pageParam }) => fetched(press.releases.list({ state, ...pageAt(pageParam) })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const releaseQuery = (id: string) =>
  queryOptions({
    queryKey: [...releasesKey, "one", id],
    queryFn: () => fetched(press.releases.get({ id })),
  });

export const releaseProblemsQuery = (id: string) =>
  queryOptions({
    queryKey: [...releasesKey, "problems", id],
    queryFn: () => fetched(press.releases.problems({ id })),
    placeholderData: keepPreviousData,
  });

export const calendarQuery = (from: Date, to: Date) =>
  queryOptions({
    queryKey: [...calendarKey, from.toISOString(), to.toISOString()],
    queryFn: () => fetched(press.calendar.list({ from, to })),
    placeholderData: keepPreviousData,
  });

export const binQuery = (type: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...binKey, "list", type],
    queryFn: ({ pageParam }) =>
      fetched(press.bin.list({ ...(type === undefined ? {} : { type }), ...pageAt(pageParam) })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const redirectListQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: [...redirectsKey, "list", search],
    queryFn: ({ pageParam }) =>
      fetched(press.redirects.list({ ...(search === "" ? {} : { search }), ...pageAt(pageParam) })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const eventListQuery = (query: EventListQuery) =>
  infiniteQueryOptions({
    queryKey: [...eventsKey, "list", query],
    queryFn: ({ pageParam }) => fetched(press.events.list({ ...query, ...pageAt(pageParam) })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
