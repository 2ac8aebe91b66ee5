import type { ContentModel, ContentType, PublishedEntry } from "@letterpress/model/content-type";
import { facetKind } from "@letterpress/model/facet-kind";
import type { Field } from "@letterpress/model/field";
import { outputShape } from "@letterpress/model/field-schemas";
import { uuid } from "@letterpress/model/uuid";
import type { TRPCQueryProcedure } from "@trpc/server";
import { z } from "zod";
import { entriesPerRequest } from "../context.ts";
import { fail } from "../errors.ts";
import type { Page } from "../listing/page.ts";
import { type ProcedureMeta, procedure, router } from "../trpc.ts";
import { getPublishedEntry } from "./get-published-entry.ts";
import { listPublishedEntries } from "./list-published-entries.ts";

type FilterValue<F> =
  F extends Field<"reference" | "references", unknown, unknown>
    ? string
    : F extends Field<infer Kind, infer Input, unknown>
      ? Kind extends "select" | "boolean" | "date" | "image"
        ? Input
        : never
      : never;

/**
 * Values that fields must have: those of select, boolean, date and image fields as they are, references by the id or
 * the slug of a published entry.
 */
export type PublishedFilter<T extends ContentType> = {
  [K in keyof T["fields"] as FilterValue<T["fields"][K]> extends never ? never : K]?: FilterValue<
    T["fields"][K]
  >;
};

/** What a list of published entries is asked for. */
export interface PublishedListQuery<T extends ContentType> {
  where?: PublishedFilter<T> | undefined;
  /** Only these entries. At most 100. */
  ids?: string[] | undefined;
  /** Newest first unless told. */
  orderBy?: "-publishedAt" | "publishedAt" | undefined;
  /** The `nextCursor` of the page before. */
  cursor?: string | undefined;
  /** Entries on a page: 1 to 100, 20 unless told. */
  limit?: number | undefined;
}

/** The public procedures of every content type. */
export type ContentProcedures<Model extends ContentModel> = {
  [K in keyof Model]: {
    /** By a slug that the entry had before, too: then the answer's slug is another than the one asked for. */
    get: TRPCQueryProcedure<{
      meta: ProcedureMeta;
      input: { slug: string } | { id: string };
      output: PublishedEntry<Model[K]>;
    }>;
    list: TRPCQueryProcedure<{
      meta: ProcedureMeta;
      input: PublishedListQuery<Model[K]> | undefined;
      output: Page<PublishedEntry<Model[K]>>;
    }>;
  };
};

/** `content.<type>.{get,list}`: published entries, for everybody. */
export function contentRouter<Model extends ContentModel>(model: Model): ContentProcedures<Model> {
  const procedures = Object.entries(model).map(([name, type]) => [name, proceduresOf(type)]);
  return Object.fromEntries(procedures) as ContentProcedures<Model>;
}

function proceduresOf(type: ContentType) {
  const output = publishedEntryOutput(type);
  return router({
    get: procedure("public")
      .input(z.union([z.strictObject({ slug: z.string().max(200) }), z.strictObject({ id: uuid() })]))
      .output(output)
      .query(({ ctx, input }) => getPublishedEntry(ctx.deps, { type: type.name, ...input })),
    list: procedure("public")
      .input(listInput(type))
      .output(z.object({ items: z.array(output), nextCursor: z.string().nullable() }))
      .query(({ ctx, input }) => {
        const query = { type: type.name, limit: 20, ...input };
        ctx.allowance.entries -= query.limit;
        if (ctx.allowance.entries < 0) fail("BAD_INPUT", { issues: [{ path: "limit", message: tooMany }] });
        return listPublishedEntries(ctx.deps, query);
      }),
  });
}

const tooMany = `One request may ask for ${entriesPerRequest} entries: send this call by itself.`;

function publishedEntryOutput(type: ContentType): z.ZodType<Record<string, unknown>> {
  return z.object({
    ...outputShape(type.fields),
    id: z.string(),
    type: z.literal(type.name),
    slug: z.string(),
    path: z.string().nullable(),
    publishedAt: z.date(),
    updatedAt: z.date(),
  });
}

function listInput(type: ContentType) {
  const filters = Object.entries(type.fields).flatMap(([name, field]) =>
    facetKind(field) !== null
      ? [[name, (field.kind === "boolean" ? z.boolean() : z.string().max(200)).optional()] as const]
      : [],
  );
  return z
    .strictObject({
      where: z.strictObject(Object.fromEntries(filters)).optional(),
      ids: z.array(uuid()).max(100).optional(),
      orderBy: z.enum(["-publishedAt", "publishedAt"]).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.int().min(1).max(100).optional().default(20),
    })
    .optional();
}
