import type { ContentModel, ContentType, PublishedEntry } from "@letterpress/model/content-type";
import { facetKind } from "@letterpress/model/facet-kind";
import { uuid } from "@letterpress/model/uuid";
import type { TRPCQueryProcedure } from "@trpc/server";
import { z } from "zod";
import { entriesPerRequest } from "../context.ts";
import { fail } from "../errors.ts";
import type { Page } from "../listing/page.ts";
import { type ProcedureMeta, router, sharedProcedure } from "../trpc.ts";
import { unlessChecked } from "./checked-answer.ts";
import type { PublishedKey, PublishedListQuery } from "./content-calls.ts";
import { entryOutputs } from "./entry-output.ts";
import { getPublishedEntry } from "./get-published-entry.ts";
import { inTime } from "./in-time.ts";
import { listPublishedEntries } from "./list-published-entries.ts";
import { type ReadShape, readShapes } from "./read-schema.ts";
import { whereSchema } from "./where-schema.ts";

/**
 * The public procedures of every content type. They also take `select`, `include` and `count`: their results follow
 * the request, which the type of a procedure cannot say. `ContentCalls` can, so that is where those are typed.
 */
export type ContentProcedures<Model extends ContentModel> = {
  [K in keyof Model]: {
    get: TRPCQueryProcedure<{
      meta: ProcedureMeta;
      input: PublishedKey;
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
  const outputOf = entryOutputs(model);
  const shapeOf = readShapes(model);
  const procedures = Object.entries(model).map(([name, type]) => [
    name,
    proceduresOf(type, shapeOf(type), outputOf(type)),
  ]);
  return Object.fromEntries(procedures) as ContentProcedures<Model>;
}

function proceduresOf(type: ContentType, read: ReadShape, output: z.ZodType<Record<string, unknown>>) {
  return router({
    get: sharedProcedure()
      .input(
        z
          .strictObject({ slug: z.string().max(200).optional(), id: uuid().optional(), ...read })
          .refine(({ slug, id }) => (slug === undefined) !== (id === undefined), "Give a slug or an id."),
      )
      .output(unlessChecked(output))
      .query(({ ctx, input: { slug, id, ...rest } }) => {
        const key = slug === undefined ? { id: id ?? "" } : { slug };
        return inTime(getPublishedEntry(ctx.deps, { type: type.name, ...key, ...rest }, ctx));
      }),
    list: sharedProcedure()
      .input(
        z
          .strictObject({
            where: whereSchema(type).optional(),
            orderBy: z.enum(orders(type)).optional(),
            cursor: z.string().max(8_000).optional(),
            limit: z.int().min(1).max(100).optional(),
            count: z.boolean().optional(),
            ...read,
          })
          .optional(),
      )
      .output(
        unlessChecked(
          z.object({
            items: z.array(output),
            nextCursor: z.string().nullable(),
            total: z.number().optional(),
          }),
        ),
      )
      .query(({ ctx, input = {} }) => {
        const limit = input.limit ?? 20;
        ctx.allowance.entries -= limit;
        if (ctx.allowance.entries < 0) fail("BAD_INPUT", { issues: [{ path: "limit", message: tooMany }] });
        return inTime(listPublishedEntries(ctx.deps, { type: type.name, ...input, limit }, ctx));
      }),
  });
}

const tooMany = `One request may ask for ${entriesPerRequest} entries: send this call by itself.`;

/** A field with one value for each entry, or a date that every entry has, either way round. */
function orders(type: ContentType): string[] {
  const names = Object.entries(type.fields).flatMap(([name, field]) => {
    const kind = facetKind(field);
    const isOrdered = kind && !kind.many && !["image", "file", "reference"].includes(field.kind);
    return isOrdered ? [name] : [];
  });
  return ["publishedAt", "updatedAt", ...names].flatMap((name) => [name, `-${name}`]);
}
