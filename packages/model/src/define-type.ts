import { checkField } from "./check-field.ts";
import { checkName, checkPlainObject } from "./check-name.ts";
import type { ContentType, Upgrade } from "./content-type.ts";
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
  /** Counted up by each change that older drafts do not fit. 1 unless told. */
  version?: number;
  /** By the version that they start from: `{ 1: (old) => ({ ...old, minutes: Number(old.duration) || null }) }`. */
  upgrade?: Readonly<Record<number, Upgrade>>;
  fields: Fields;
}

type WithSlug<Fields extends FieldMap> = Fields extends { slug: Field }
  ? Fields
  : Fields & { readonly slug: Field<"slug", string, string, "defaulted"> };

/**
 * Declares a content type. Every type has a slug, made from its title field unless it declares its own.
 * Throws {@link ModelError} with the place of the mistake: `article.fields.body: …`.
 */
export function defineType<const Name extends string, const Fields extends FieldMap>(
  name: Name,
  options: TypeOptions<Fields>,
): ContentType<Name, WithSlug<Fields>> {
  checkTypeName(name);
  checkPlainObject(`${name}.fields`, options.fields);

  const titleField = options.titleField ?? findTitleField(options.fields);
  if (titleField === undefined)
    throw new ModelError(name, "it has no text field to use as its title: add one, such as title: text()");
  if (options.fields[titleField]?.kind !== "text")
    throw new ModelError(`${name}.titleField`, `"${titleField}" is not a text field of this type: name one`);
  if (options.path !== undefined && !/^(\/[a-z0-9-]+)*\/:slug$/.test(options.path))
    throw new ModelError(`${name}.path`, `"${options.path}" does not look like /recipes/:slug: write it so`);

  for (const [key, field] of Object.entries(options.fields)) {
    const place = `${name}.fields.${key}`;
    checkEntryField(place, key, field, options.fields);
    checkField(place, key, field);
  }

  const label = options.label ?? humanize(name);
  const version = options.version ?? 1;
  return {
    name,
    label,
    pluralLabel: options.pluralLabel ?? `${label}s`,
    path: options.path ?? null,
    titleField,
    fields: (options.fields.slug
      ? options.fields
      : { ...options.fields, slug: slug({ from: titleField }) }) as WithSlug<Fields>,
    version,
    upgrade: checkedUpgrade(name, version, options.upgrade ?? {}),
  };
}

function findTitleField(fields: FieldMap): string | undefined {
  return (
    ["title", "name"].find((name) => fields[name]?.kind === "text") ??
    Object.keys(fields).find((name) => fields[name]?.kind === "text")
  );
}

/** What stands beside the types in the procedures, and what tRPC keeps for itself. */
const typeNames = new Set(["search", "then", "call", "apply"]);

function checkTypeName(name: string) {
  checkName(name || '""', "type", name);
  if (typeNames.has(name)) throw new ModelError(name, "procedures have this name already: choose another");
}

/** Names that a published entry uses for itself, and those that put conditions of a query together. */
const systemNames = new Set(["id", "type", "path", "locale", "version", "publishedAt", "updatedAt"]);
const queryNames = new Set(["and", "or", "not"]);

function checkEntryField(place: string, name: string, field: Field, fields: FieldMap) {
  if (systemNames.has(name))
    throw new ModelError(place, `"${name}" is a name that every published entry has already: choose another`);
  if (queryNames.has(name))
    throw new ModelError(place, `"${name}" puts conditions of a query together: choose another name`);
  if ((name === "slug") !== (field.kind === "slug"))
    throw new ModelError(place, 'a type has one slug field, and it is called "slug": rename this one');
  if (name === "slug" && field.presence === "optional")
    throw new ModelError(place, "every entry has a slug, so it cannot be optional");
  if (name === "slug" && field.defaultValue !== undefined)
    throw new ModelError(place, "two entries cannot share a slug, so it has no default: take it away");
  const { from } = field.settings;
  if (from !== undefined && fields[from]?.kind !== "text")
    throw new ModelError(
      place,
      `it is made from "${from}", which is not a text field of this type: name one`,
    );
}

function checkedUpgrade(name: string, version: number, upgrade: Readonly<Record<number, Upgrade>>) {
  if (!Number.isSafeInteger(version) || version < 1)
    throw new ModelError(`${name}.version`, "a version is a whole number from 1: count from there");
  const steps = Object.keys(upgrade).map(Number);
  for (let from = 1; from < version; from++)
    if (!Object.hasOwn(upgrade, from))
      throw new ModelError(
        `${name}.upgrade`,
        `it lacks ${from}, which makes version ${from + 1} of a draft: add it`,
      );
  const beyond = steps.find((from) => !Number.isSafeInteger(from) || from < 1 || from >= version);
  if (beyond !== undefined)
    throw new ModelError(
      `${name}.upgrade`,
      `${beyond} is no version before the current, which is ${version}: count up "version"`,
    );
  return upgrade;
}
