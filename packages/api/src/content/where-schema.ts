import type { ContentType } from "@letterpress/model/content-type";
import { type FacetKind, facetKind } from "@letterpress/model/facet-kind";
import type { Field } from "@letterpress/model/field";
import { slugMax } from "@letterpress/model/fields/slug";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { earliestDate } from "../earliest-date.ts";
import { latestDate } from "../latest-date.ts";
import { oneOfMax } from "./query-limits.ts";

/** Conditions as they arrive: only the fields and operators that the type really has. */
export type WhereInput = { [key: string]: unknown };

/** Checks the conditions on entries of a type. What they mean is {@link compileWhere}'s. */
export function whereSchema(type: ContentType): z.ZodType<WhereInput> {
  const filters = Object.entries(type.fields).flatMap(([name, field]) => {
    const kind = name === "slug" ? null : facetKind(field);
    return kind ? [[name, filterSchema(field, kind).optional()] as const] : [];
  });
  const many = z.array(z.lazy(() => schema)).max(oneOfMax, `Use at most ${oneOfMax} conditions.`);
  const schema: z.ZodType<WhereInput> = plainObject({
    ...Object.fromEntries(filters),
    id: valueOr(uuid()).optional(),
    slug: valueOr(z.string().max(slugMax + 40)).optional(),
    publishedAt: plainObject(range(moment)).optional(),
    updatedAt: plainObject(range(moment)).optional(),
    and: many.optional(),
    or: many.optional(),
    not: z.lazy(() => schema).optional(),
  });
  return schema;
}

const years = "Use a time in the years 1 to 9999.";
const moment = z.date().min(earliestDate, years).max(latestDate, years);

function filterSchema(field: Field, kind: FacetKind): z.ZodType {
  const operand = operandSchema(field.item ?? field, kind);
  const isRange = !kind.many && ["number", "date", "datetime"].includes(field.kind);
  const isMaybeAbsent = kind.many || field.presence === "optional";
  const operators = {
    ...oneOf(operand),
    ...(kind.many ? { contains: operand.optional() } : {}),
    ...(isRange ? range(operand) : {}),
    ...(isMaybeAbsent ? { exists: z.boolean().optional() } : {}),
  };
  return z.union([operand, plainObject(operators)], {
    error: `Use a ${operandName(field, kind)}, or an object of: ${Object.keys(operators).join(", ")}.`,
  });
}

/** To zod a `Date` is an object without entries: it would pass as a filter that asks for nothing. */
function plainObject(shape: Record<string, z.ZodType>): z.ZodType<WhereInput> {
  return z
    .unknown()
    .refine((value) => !(value instanceof Date), "Use an object.")
    .pipe(z.strictObject(shape));
}

function operandSchema(field: Field, { value }: FacetKind): z.ZodType {
  if (value === "number") return z.number();
  if (value === "boolean") return z.boolean();
  if (value === "datetime") return moment;
  if (field.kind === "date") return z.iso.date();
  return z.string().max(value === "text" ? 10_000 : 200);
}

function operandName(field: Field, { value }: FacetKind): string {
  if (value === "reference") return "slug or id";
  if (value === "datetime") return "Date";
  if (field.kind === "date") return "date such as 2026-12-31";
  return value === "number" || value === "boolean" ? value : "text";
}

function valueOr(operand: z.ZodType) {
  return z.union([operand, plainObject(oneOf(operand))]);
}

function oneOf(operand: z.ZodType) {
  return { in: z.array(operand).max(oneOfMax, `Use at most ${oneOfMax} values.`).optional() };
}

function range(operand: z.ZodType) {
  const bound = operand.optional();
  return { gt: bound, gte: bound, lt: bound, lte: bound };
}
