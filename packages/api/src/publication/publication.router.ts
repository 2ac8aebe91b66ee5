import { describeType, type FieldDescription, type TypeDescription } from "@letterpress/model/describe-type";
import { type FieldKind, type FieldMap, fieldKinds } from "@letterpress/model/field";
import { z } from "zod";
import { procedure, router, sharedProcedure } from "../trpc.ts";

/** What the publication says of itself. */
export interface PublicationInfo {
  name: string;
  tagline: string;
  /** BCP 47 language of the content. */
  locale: string;
  /** The content types whose entries have pages. */
  pages: PageType[];
}

/** A content type whose entries have pages. */
export interface PageType {
  type: string;
  pluralLabel: string;
  path: string;
  titleField: string;
  /** What can be read of its entries; `to` is the type that references point at. */
  fields: { name: string; kind: FieldKind; to?: string | undefined }[];
}

const info: z.ZodType<PublicationInfo> = z.object({
  name: z.string(),
  tagline: z.string(),
  locale: z.string(),
  pages: z.array(
    z.object({
      type: z.string(),
      pluralLabel: z.string(),
      path: z.string(),
      titleField: z.string(),
      fields: z.array(z.object({ name: z.string(), kind: z.enum(fieldKinds), to: z.string().optional() })),
    }),
  ),
});

const field: z.ZodType<FieldDescription> = z.lazy(() =>
  z.object({
    name: z.string(),
    kind: z.enum(fieldKinds),
    label: z.string(),
    help: z.string().optional(),
    required: z.boolean(),
    defaultValue: z.unknown().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    integer: z.boolean().optional(),
    multiline: z.boolean().optional(),
    options: z.array(z.string()).readonly().optional(),
    to: z.string().optional(),
    from: z.string().optional(),
    accept: z.array(z.string()).readonly().optional(),
    widget: z.enum(["text", "number", "boolean", "json"]).optional(),
    item: field.optional(),
    fields: z.array(field).optional(),
    blocks: z.array(field).optional(),
  }),
) as z.ZodType<FieldDescription>;

const description: z.ZodType<TypeDescription> = z.object({
  name: z.string(),
  label: z.string(),
  pluralLabel: z.string(),
  path: z.string().nullable(),
  titleField: z.string(),
  version: z.number(),
  fields: z.array(field),
});

export const publicationRouter = router({
  get: sharedProcedure()
    .input(z.void())
    .output(info)
    .query(({ ctx: { deps } }) => ({
      ...deps.publication,
      pages: Object.values(deps.model).flatMap(({ name, pluralLabel, path, titleField, fields }) =>
        path === null ? [] : [{ type: name, pluralLabel, path, titleField, fields: fieldsOf(fields) }],
      ),
    })),

  /** The content types, in the order of the model: the Studio makes its lists and forms from them. */
  types: procedure("entries.read")
    .input(z.void())
    .output(z.array(description))
    .query(({ ctx }) => Object.values(ctx.deps.model).map(describeType)),
});

function fieldsOf(fields: FieldMap): PageType["fields"] {
  return Object.entries(fields).map(
    ([
      name,
      {
        kind,
        settings: { to },
      },
    ]) => ({
      name,
      kind,
      ...(to === undefined ? {} : { to }),
    }),
  );
}
