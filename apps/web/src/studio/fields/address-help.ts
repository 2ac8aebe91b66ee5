import type { Entry, TypeDescription } from "@letterpress/client";

interface Addressed {
  type: Pick<TypeDescription, "path" | "fields" | "titleField">;
  saved: Pick<Entry, "slug" | "publishedAt"> | null;
  /** As it stands in the box. */
  slug: string;
}

/** What stands before the slug in its address, and what becomes of it. */
export function addressHelp({ type, saved, slug }: Addressed): { before: string; text: string } {
  const before = type.path?.replace(":slug", "") ?? "";
  const from = type.fields.find((field) => field.kind === "slug")?.from ?? type.titleField;
  const source = type.fields.find((field) => field.name === from)?.label.toLowerCase() ?? "title";
  if (saved === null)
    return {
      before,
      text:
        slug === ""
          ? `Made of the ${source} with the first save.`
          : "Lower-case letters, digits and hyphens.",
    };
  if (slug !== saved.slug)
    return {
      before,
      text: saved.publishedAt ? "Once published, the old address leads here." : "Stays as you write it.",
    };
  return {
    before,
    text: saved.publishedAt
      ? "Links on other sites may rely on it."
      : `Follows the ${source} until the first publishing, unless you write your own.`,
  };
}
