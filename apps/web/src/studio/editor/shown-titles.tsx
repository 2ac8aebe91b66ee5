import { useQuery } from "@tanstack/react-query";
import { entryChoicesQuery } from "../connection/queries.ts";

/** Entries by their titles. */
export function ShownTitles({ type, ids }: { type: string; ids: string[] }) {
  const { data: choices } = useQuery(entryChoicesQuery(type, { ids, limit: 100 }));
  const titles = new Map(choices?.map((entry) => [entry.id, entry.title || "Untitled"]));
  return ids.map((id) => titles.get(id) ?? "…").join(", ");
}
