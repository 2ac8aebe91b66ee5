import type { ContentType } from "@letterpress/model/content-type";
import { slugMax } from "@letterpress/model/fields/slug";
import { uuid } from "@letterpress/model/uuid";
import { zodOf } from "@letterpress/model/zod-of";
import { z } from "zod";

const moment = z
  .union(
    [z.iso.datetime({ offset: true }), z.iso.date()],
    "Use a time with its zone, such as 2026-12-31T18:00:00Z.",
  )
  .transform((text) => new Date(text));

const facts = z.object({
  id: uuid().optional(),
  slug: z.string("Use text.").optional(),
  publishedAt: moment.optional(),
  updatedAt: moment.optional(),
  _createdAt: moment.optional(),
  _savedAt: moment.optional(),
  _stage: z.enum(["inReview", "approved", "archived"], "Use inReview, approved or archived.").optional(),
  _redirects: z.array(z.string().max(slugMax)).optional(),
  _schema: z.int().min(1).optional(),
});

/** What a file says of its entry beside the fields; see the export's entry-file.ts. */
export type EntryFacts = z.output<typeof facts>;

const names = new Set(Object.keys(facts.shape));

/** Divides front matter into what is said of the entry and its fields. */
export function splitFront(front: Record<string, unknown>) {
  const ofEntry: Record<string, unknown> = {};
  const fields: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(front)) {
    if (names.has(name)) ofEntry[name] = value;
    else if (name.startsWith("_")) unknown.push(name);
    else fields[name] = value;
  }
  return { facts: facts.safeParse(ofEntry), fields, unknown };
}

/** Checks a slug as saving does. */
export function checkSlug(type: ContentType, slug: string) {
  const input = type.fields.slug?.input;
  return input ? zodOf(input).safeParse(slug) : undefined;
}
