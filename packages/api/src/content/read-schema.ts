import type { ContentModel, ContentType } from "@letterpress/model/content-type";
import { z } from "zod";
import { backlinksOf } from "./backlinks-of.ts";
import { includeDepthMax } from "./query-limits.ts";

/** What an entry is read with: the fields to read, and the entries to read along. */
export interface ReadInput {
  select?: Record<string, true | undefined> | undefined;
  include?: Record<string, true | IncludeInput | undefined> | undefined;
}

/** What is read of included entries; order and limit are of reverse references alone. */
export interface IncludeInput extends ReadInput {
  orderBy?: "-publishedAt" | "publishedAt" | undefined;
  limit?: number | undefined;
}

/** Names that every published entry has beside its type's fields. */
export const systemNames = ["id", "type", "slug", "path", "publishedAt", "updatedAt"] as const;

const systemNameSet: ReadonlySet<string> = new Set(systemNames);

export function isSystemName(name: string): boolean {
  return systemNameSet.has(name);
}

export interface ReadShape {
  select: z.ZodType<ReadInput["select"]>;
  include: z.ZodType<ReadInput["include"]>;
}

/**
 * Makes the schemas of `select` and `include` on entries of a type. Of what is included, a type has one schema for each
 * depth, however many ways lead there: one for every path that somebody asks for would fill the memory.
 */
export function readShapes(model: ContentModel): (type: ContentType) => ReadShape {
  const known = new Map<string, Included>();
  return (type) => shapeOf(type, includeDepthMax);

  function shapeOf(type: ContentType, depth: number): ReadShape {
    return {
      select: selectSchema(type).optional(),
      include: depth === 0 ? tooDeep : includeSchema(type, depth).optional(),
    };
  }

  function includeSchema(type: ContentType, depth: number): z.ZodType<ReadInput["include"]> {
    const forward = Object.entries(type.fields).flatMap(([name, { kind, settings }]) => {
      const target = kind === "reference" || kind === "references" ? model[settings.to ?? ""] : undefined;
      return target ? [[name, included(target, depth - 1, {})] as const] : [];
    });
    const reverse = backlinksOf(model, type).map(
      ({ name, from }) => [name, included(from, depth - 1, backlinkQuery)] as const,
    );
    return z.strictObject(Object.fromEntries([...forward, ...reverse]));
  }

  /** Lazy, as each level is only needed for those who ask for it. */
  function included(type: ContentType, depth: number, query: Record<string, z.ZodType>): Included {
    const key = `${type.name} ${depth} ${Object.keys(query).join()}`;
    const made = known.get(key);
    if (made) return made;
    const schema = z
      .union(
        [z.literal(true), z.lazy(() => z.strictObject({ ...shapeOf(type, depth), ...query }))],
        "Use true, or an object with select or include.",
      )
      .optional() as Included;
    known.set(key, schema);
    return schema;
  }
}

type Included = z.ZodType<true | IncludeInput | undefined>;

const backlinkQuery = {
  orderBy: z.enum(["-publishedAt", "publishedAt"]).optional(),
  limit: z.int().min(1).max(100).optional(),
};

const tooDeep = z.undefined(`Includes go at most ${includeDepthMax} deep.`).optional();

function selectSchema(type: ContentType): z.ZodType<Record<string, true | undefined>> {
  const names = [...new Set([...systemNames, ...Object.keys(type.fields)])];
  return z
    .strictObject(Object.fromEntries(names.map((name) => [name, z.literal(true).optional()])))
    .refine((select) => Object.keys(select).length > 0, "Name a field, or leave select out.");
}
