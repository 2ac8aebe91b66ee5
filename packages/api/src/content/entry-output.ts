import type { ContentModel, ContentType } from "@letterpress/model/content-type";
import { outputShape } from "@letterpress/model/field-schemas";
import { z } from "zod";
import { backlinksOf } from "./backlinks-of.ts";

type Output = z.ZodType<Record<string, unknown>>;

/**
 * The schemas of what reads answer, by type: any part of an entry, as `select` chooses, and included entries where
 * references are. Nothing that is not in them leaves the server.
 */
export function entryOutputs(model: ContentModel): (type: ContentType) => Output {
  const schemas = new Map<string, Output>();
  return outputOf;

  function outputOf(type: ContentType): Output {
    const known = schemas.get(type.name);
    if (known) return known;
    const schema = schemaOf(type) as Output;
    schemas.set(type.name, schema);
    return schema;
  }

  function schemaOf(type: ContentType) {
    const fields = Object.entries(outputShape(type.fields)).map(([name, schema]) => {
      const field = type.fields[name];
      const target = model[field?.settings.to ?? ""];
      // A reference that is not included, { type, id }, is a part of the entry that it points at.
      if (target && field?.kind === "reference")
        return [name, lazily(target).nullable().catch(null).optional()] as const;
      if (target && field?.kind === "references")
        return [name, z.array(lazily(target)).catch([]).optional()] as const;
      return [name, schema.optional()] as const;
    });
    const backlinks = backlinksOf(model, type).map(
      ({ name, from }) => [name, z.array(lazily(from)).optional()] as const,
    );
    return z
      .object({
        ...Object.fromEntries(fields),
        ...Object.fromEntries(backlinks),
        id: z.string(),
        type: z.literal(type.name),
        slug: z.string(),
        path: z.string().nullable(),
        publishedAt: z.date(),
        updatedAt: z.date(),
      })
      .partial({ id: true, type: true, slug: true, path: true, publishedAt: true, updatedAt: true } as never);
  }

  function lazily(type: ContentType): z.ZodType {
    return z.lazy(() => outputOf(type));
  }
}
