import { queryOptions } from "@tanstack/react-query";
import { fetched } from "../connection/call.ts";
import { press } from "../connection/press.ts";

export const commentsKey = (entryId: string) => ["comments", entryId] as const;

/** All that was said of an entry, the oldest first. */
export const commentsQuery = (entryId: string) =>
  queryOptions({
    queryKey: commentsKey(entryId),
    queryFn: () => fetched(press.comments.list({ entryId })),
  });
