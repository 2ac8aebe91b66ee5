import type { Reference } from "@letterpress/client";
import { contentCalls } from "../data/content-calls.ts";
import type { AnyEntry } from "../data/entries.ts";
import { listByIds } from "../data/list-by-ids.ts";
import type { Site } from "../data/site.ts";

/** The entries that these references point at, by id, in one call per type. Those not published are left out. */
export async function loadTargets(
  { press }: Site,
  references: Reference<string>[],
): Promise<Map<string, AnyEntry>> {
  const types = Map.groupBy(references, ({ type }) => type);
  const found = await Promise.all(
    [...types].map(([type, some]) =>
      listByIds(
        (query) => contentCalls(press, type).list(query),
        some.map(({ id }) => id),
      ),
    ),
  );
  return new Map(found.flatMap((entries) => [...entries]));
}
