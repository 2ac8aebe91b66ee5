import type { Prisma } from "@letterpress/db/generated/client";
import type { Tx } from "@letterpress/db/with-tx";
import type { ContentType } from "@letterpress/model/content-type";
import { shapeOf } from "../content/shape-of.ts";
import { facetsOf } from "../facets/facets-of.ts";
import { mainLocale } from "../model/main-locale.ts";
import { outputFields, type Shown } from "./output-fields.ts";

interface Snapshot {
  entryId: string;
  slug: string;
  title: string;
  /** The revision that is shown. */
  version: number;
  /** In the form of the type's current version. */
  fields: Record<string, unknown>;
  shown: Shown;
  publishedAt: Date;
  updatedAt: Date;
}

/** Writes what readers see of an entry, and its facets. */
export async function writePublished(tx: Tx, type: ContentType, snapshot: Snapshot): Promise<void> {
  const { entryId, fields, shown, ...columns } = snapshot;
  const place = { type: type.name, locale: mainLocale };
  const output = outputFields(type.fields, fields, shown);
  const row = {
    ...place,
    ...columns,
    schemaVersion: type.version,
    fields: output as Prisma.InputJsonObject,
    shape: shapeOf(type, columns.version, output),
  };
  await tx.publishedEntry.upsert({
    where: { entryId },
    create: { entryId, ...row },
    update: row,
    select: { entryId: true },
  });
  await tx.facet.deleteMany({ where: { entryId } });
  await tx.facet.createMany({
    data: facetsOf(type, fields).map((facet) => ({
      entryId,
      ...place,
      ...facet,
      publishedAt: columns.publishedAt,
    })),
  });
}
