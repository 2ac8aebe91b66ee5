import type { Entry } from "@letterpress/client";
import { queryOptions } from "@tanstack/react-query";
import { fetched } from "../connection/call.ts";
import { entriesOf } from "../connection/entries-of.ts";
import { entriesKey } from "../connection/queries.ts";

/** What publishing this version would change. Asked anew each time: other entries are part of it. */
export const publishPlanQuery = ({ type, id, version }: Pick<Entry, "type" | "id" | "version">) =>
  queryOptions({
    queryKey: [...entriesKey(type), "plan", id, version],
    queryFn: () => fetched(entriesOf(type).publishPlan({ id, version })),
    staleTime: 0,
    gcTime: 0,
  });
