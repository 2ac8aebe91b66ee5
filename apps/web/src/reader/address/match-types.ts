import type { PublicationInfo } from "@letterpress/client";

/** An entry that an address may be of. */
export interface Candidate {
  type: string;
  slug: string;
}

/** Letters, digits and hyphens; anything else is not the slug of an entry and need not be looked up. */
const slugs = /^[\p{L}\p{M}\p{N}-]{1,160}$/u;

/** The entries that a path may be the address of: one for each content type whose path has this shape. */
export function matchTypes(pages: PublicationInfo["pages"], segments: string[]): Candidate[] {
  const slug = segments.at(-1) ?? "";
  if (!slugs.test(slug)) return [];
  const folders = segments.slice(0, -1).join("/");
  return pages
    .filter(({ path }) => path.split("/").slice(1, -1).join("/") === folders)
    .map(({ type }) => ({ type, slug }));
}
