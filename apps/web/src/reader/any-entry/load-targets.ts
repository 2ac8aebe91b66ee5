import type { Reference } from "@letterpress/client";
import { type ContentCalls, contentCalls } from "../data/content-calls.ts";
import type { AnyEntry } from "../data/entries.ts";
import { listByIds } from "../data/list-by-ids.ts";
import type { Site } from "../data/site.ts";

/** Entries that one page names at most, and their types: the rest is left out, rather than to ask without end. */
const targetsMax = 1_000;
const typesMax = 10;

/**
 * The entries that these references point at, by id, in one call per type and hundred. Those not published are left
 * out, and so are those of types that there are not: JSON may look like a reference.
 */
export async function loadTargets(
  { press }: Site,
  references: Reference<string>[],
): Promise<Map<string, AnyEntry>> {
  const distinct = new Map(references.map((reference) => [reference.id, reference]));
  const types = Map.groupBy([...distinct.values()].slice(0, targetsMax), ({ type }) => type);
  const found = await Promise.all(
    [...types].slice(0, typesMax).map(async ([type, some]) => {
      const calls: ContentCalls | undefined = contentCalls(press, type);
      if (!calls) return [];
      try {
        return [
          ...(await listByIds(
            (query) => calls.list(query),
            some.map(({ id }) => id),
          )),
        ];
      } catch (error) {
        if (isNoProcedure(error)) return [];
        throw error;
      }
    }),
  );
  return new Map(found.flat());
}

function isNoProcedure(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "NOT_FOUND";
}
