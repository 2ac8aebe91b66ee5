import type { FacetRow } from "@letterpress/db/read-facets";
import {
  assetKey,
  countKey,
  entryKey,
  everythingKey,
  facetKey,
  oldSlugsKey,
  slugKey,
  typeKey,
} from "../content/source-keys.ts";
import type { FeedEvent } from "../events/event-feed.ts";

/**
 * Keys of the answers that events make wrong. Who leaves a list is found by the entry itself, as lists name those that
 * they show; who joins one, by what it is found by from now on: `facets` of the entries that are published.
 */
export function dropKeys(events: FeedEvent[], facets: FacetRow[]): Set<string> {
  const keys = facets.map(({ type, field, value }) => facetKey(type, field, value));
  return new Set([...keys, ...events.flatMap(keysOf), ...(events.length > 0 ? [everythingKey] : [])]);
}

/** Events after which an entry may be in lists that it was not in. */
export function mayJoin({ name }: FeedEvent): boolean {
  return name === "entry.published" || name === "entry.upgraded";
}

function keysOf(event: FeedEvent): string[] {
  const { name, entryId, assetId, payload } = event;
  if (assetId !== null) return [assetKey(assetId)];
  if (name.startsWith("redirect.")) return [oldSlugsKey];
  const { type, slug, oldSlug } = payload as { type: string; slug: string; oldSlug?: string };
  return [
    entryKey(entryId ?? ""),
    countKey(type),
    slugKey(type, slug),
    ...(oldSlug === undefined ? [] : [slugKey(type, oldSlug)]),
    ...(mayJoin(event) ? [typeKey(type)] : []),
  ];
}
