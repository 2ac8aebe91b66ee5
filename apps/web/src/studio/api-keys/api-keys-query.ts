import { infiniteQueryOptions } from "@tanstack/react-query";
import { fetched } from "../connection/call.ts";
import { press } from "../connection/press.ts";

/** A key as the Studio lists it. */
export type ApiKey = Awaited<ReturnType<typeof press.apiKeys.list>>["items"][number];

export const apiKeysQuery = infiniteQueryOptions({
  queryKey: ["api-keys"],
  queryFn: ({ pageParam }) =>
    fetched(press.apiKeys.list({ limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});
