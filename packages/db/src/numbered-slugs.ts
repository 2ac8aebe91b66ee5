import type { Tx } from "./with-tx.ts";

/** The slugs that entries have, those in the bin aside, which are `base` or `base` and a number; `base` holds letters, digits and hyphens only. */
export async function numberedSlugs(
  tx: Tx,
  {
    type,
    locale,
    base,
    exceptId,
  }: { type: string; locale: string; base: string; exceptId: string | undefined },
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT slug FROM entry
    WHERE type = ${type} AND locale = ${locale} AND deleted_at IS NULL
      AND id IS DISTINCT FROM ${exceptId ?? null}::uuid
      AND (slug = ${base} OR (starts_with(slug, ${`${base}-`}) AND slug ~ ${`^${base}-[0-9]+$`}))`;
  return new Set(rows.map((row) => row.slug));
}
