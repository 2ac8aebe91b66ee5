import type { Prisma } from "@letterpress/db/generated/client";
import type { ContentType } from "@letterpress/model/content-type";
import { titleOf } from "./title-of.ts";

interface SplitFields {
  /** As given; undefined when the change does not name it. */
  slug: string | undefined;
  title: string;
  /** What is stored as JSON: the slug has a column of its own, emptied fields are left out. */
  stored: Prisma.InputJsonObject;
}

/** Applies checked changes to the stored fields of a draft. */
export function splitFields(
  type: ContentType,
  current: Record<string, unknown>,
  changes: Record<string, unknown>,
): SplitFields {
  const { slug, ...rest } = changes;
  // A field that is named and `undefined` is not named: null is what empties.
  const named = Object.entries(rest).filter(([, value]) => value !== undefined);
  const stored = Object.fromEntries(
    [...Object.entries(current), ...named].filter(([name, value]) => value !== null && rest[name] !== null),
  ) as Prisma.InputJsonObject;
  return { slug: slug as string | undefined, title: titleOf(type, stored), stored };
}
