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

/** How many entries wait for whoever is signed in, by content type. */
export const waitingQuery = queryOptions({
  queryKey: ["waiting"],
  queryFn: () => fetched(press.desk.waiting()),
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

export const releaseReferencesQuery = (id: string) =>
  queryOptions({
    queryKey: [...releasesKey, "references", id],
    queryFn: () => fetched(press.releases.references({ id })),
    placeholderData: keepPreviousData,
  });

/** Which of these entries are in a release that is published by itself. */
export const upcomingQuery = (entryIds: readonly string[]) =>
  queryOptions({
    queryKey: [...releasesKey, "list", "upcoming", entryIds],
    queryFn: () => fetched(press.releases.upcoming({ entryIds: [...entryIds] })),
    placeholderData: keepPreviousData,
  });

export const calendarQuery = (from: Date, to: Date) =>
  queryOptions({
    queryKey: [...calendarKey, from.toISOString(), to.toISOString()],
    queryFn: () => fetched(press.calendar.list({ from, to })),
    placeholderData: keepPreviousData,
  });

/** What failed or is late. */
export const troublesQuery = queryOptions({
  queryKey: [...calendarKey, "troubled"],
  queryFn: () => fetched(press.calendar.list({ troubled: true })),
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
