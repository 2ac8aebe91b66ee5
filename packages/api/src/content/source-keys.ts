// What an answer was made from, in keys: an answer that is kept is dropped when one of its keys is. See invalidation/drop-keys.ts
// for which event drops which.

/** An entry that was read or looked for, whether or not it is published. */
export function entryKey(id: string): string {
  return `entry:${id}`;
}

/** A slug that was looked up, found or not. */
export function slugKey(type: string, slug: string): string {
  return `slug:${type}:${slug}`;
}

/** A list that an entry can only join by having this value. */
export function facetKey(type: string, field: string, value: string): string {
  return `facet:${type}:${field}:${value}`;
}

/** A list that anything may join that is published of the type. */
export function typeKey(type: string): string {
  return `type:${type}`;
}

/** A number that changes with whatever is published or unpublished of the type. */
export function countKey(type: string): string {
  return `count:${type}`;
}

/** An asset whose address is in the answer. */
export function assetKey(id: string): string {
  return `asset:${id}`;
}

/** An answer that was found by a slug that its entry had before. */
export const oldSlugsKey = "old-slugs";

/** An answer that is made from too much to name it. */
export const everythingKey = "everything";
