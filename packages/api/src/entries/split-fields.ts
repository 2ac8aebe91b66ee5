import type { Prisma } from "@letterpress/db/generated/client";
import type { ContentType } from "@letterpress/model/content-type";

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
  const merged = { ...current, ...rest };
  const stored = Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== null && value !== undefined),
  ) as Prisma.InputJsonObject;
  const title = stored[type.titleField];
  return { slug: slug as string | undefined, title: typeof title === "string" ? title : "", stored };
}
