import type { ContentType } from "./content-type.ts";
import type { Field, FieldMap } from "./field.ts";
import { slug } from "./fields/slug.ts";
import { humanize } from "./humanize.ts";
import { ModelError } from "./model-error.ts";

interface TypeOptions<Fields extends FieldMap> {
  /** One entry, as the Studio calls it. Defaults to the name. */
  label?: string;
  /** Many entries. Defaults to the label and an "s". */
  pluralLabel?: string;
  /** Its page on the reader site, for example `/recipes/:slug`; leave it out for data-only types. */
  path?: `/${string}:slug` | "/:slug";
  /** The text field that lists and pickers show. Defaults to `title`, else `name`, else the first text field. */
  titleField?: keyof Fields & string;
  fields: Fields;
}

type WithSlug<Fields extends FieldMap> = Fields extends { slug: Field }
  ? Fields
  : Fields & { readonly slug: Field<"slug", string, string, false> };

/** Names that a published entry uses for itself. */
const systemNames = new Set(["id", "type", "path", "locale", "version", "publishedAt", "updatedAt"]);

/**
 * Declares a content type. Every type has a slug, made from its title field unless it declares its own.
 * Throws {@link ModelError} with the place of the mistake: `article.fields.body: …`.
 */
export function defineType<const Name extends string, const Fields extends FieldMap>(
  name: Name,
  options: TypeOptions<Fields>,
): ContentType<Name, WithSlug<Fields>> {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
    throw new ModelError(name || '""', "a type's name starts with a small letter, then letters and digits");

  const titleField = options.titleField ?? findTitleField(options.fields);
  if (titleField === undefined)
    throw new ModelError(name, "it has no text field to use as its title: add one, such as title: text()");
  if (options.fields[titleField]?.kind !== "text")
    throw new ModelError(`${name}.titleField`, `"${titleField}" is not a text field of this type`);
  if (options.path !== undefined && !/^(\/[a-z0-9-]+)*\/:slug$/.test(options.path))
    throw new ModelError(`${name}.path`, `"${options.path}" does not look like /recipes/:slug`);

  for (const [key, field] of Object.entries(options.fields))
    checkField(`${name}.fields.${key}`, key, field, options.fields);

  const label = options.label ?? humanize(name);
  return {
    name,
    label,
    pluralLabel: options.pluralLabel ?? `${label}s`,
    path: options.path ?? null,
    titleField,
    fields: (options.fields.slug
      ? options.fields
      : { ...options.fields, slug: slug({ from: titleField }) }) as WithSlug<Fields>,
  };
}

function findTitleField(fields: FieldMap): string | undefined {
  return (
    ["title", "name"].find((name) => fields[name]?.kind === "text") ??
    Object.keys(fields).find((name) => fields[name]?.kind === "text")
  );
}

function checkField(place: string, name: string, field: Field, fields: FieldMap) {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
    throw new ModelError(place, "a field's name starts with a small letter, then letters and digits");
  if (systemNames.has(name))
    throw new ModelError(place, `"${name}" is a name that every published entry has already: choose another`);
  if ((name === "slug") !== (field.kind === "slug"))
    throw new ModelError(place, 'a type has one slug field, and it is called "slug"');
  if (name === "slug" && field.isOptional)
    throw new ModelError(place, "every entry has a slug, so it cannot be optional");
  const from = field.settings.from;
  if (from !== undefined && fields[from]?.kind !== "text")
    throw new ModelError(place, `it is made from "${from}", which is not a text field of this type`);
}
