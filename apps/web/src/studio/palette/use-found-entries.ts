import { useQueries, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { entryPageQuery, typesQuery } from "../connection/queries.ts";
import type { Command } from "./use-commands.ts";

/** Entries of all types with these words in their titles; without words, those that were changed last. */
export function useFoundEntries(search: string): { entries: Command[]; isFetching: boolean } {
  const { data: types } = useSuspenseQuery(typesQuery);
  const navigate = useNavigate();
  const pages = useQueries({
    queries: types.map((type) => entryPageQuery(type.name, { limit: 5, ...(search ? { search } : {}) })),
  });
  const found = pages
    .flatMap((page) => page.data?.items ?? [])
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
    .slice(0, search ? 20 : 5);
  const labels = new Map(types.map((type) => [type.name, type.label]));
  return {
    isFetching: pages.some((page) => page.isFetching),
    entries: found.map((entry) => ({
      key: entry.id,
      group: search ? "Entries" : "Changed last",
      name: entry.title || "Untitled",
      icon: "page",
      note: labels.get(entry.type) ?? entry.type,
      status: entry.status,
      run: () => void navigate({ to: "/entries/$type/$id", params: { type: entry.type, id: entry.id } }),
    })),
  };
}
