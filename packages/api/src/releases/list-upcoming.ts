import { Prisma } from "@letterpress/db/generated/client";
import { z } from "zod";
import type { Deps } from "../deps.ts";

/** An entry that a release changes by itself. */
export interface UpcomingChange {
  entryId: string;
  release: { id: string; name: string };
  at: Date;
}

export const upcomingOutput: z.ZodType<UpcomingChange[]> = z.array(
  z.object({
    entryId: z.string(),
    release: z.object({ id: z.string(), name: z.string() }),
    at: z.date(),
  }),
);

/** Those of the entries that are in a scheduled release, the earliest first; those of releases that failed are not. */
export async function listUpcoming(
  { db }: Deps,
  { entryIds }: { entryIds: string[] },
): Promise<UpcomingChange[]> {
  const releases = await db.release.findMany({
    where: {
      publishedAt: null,
      scheduledFor: { not: null },
      scheduleFailure: { equals: Prisma.DbNull },
      items: { some: { entryId: { in: entryIds } } },
    },
    select: {
      id: true,
      name: true,
      scheduledFor: true,
      items: { where: { entryId: { in: entryIds } }, select: { entryId: true } },
    },
    orderBy: [{ scheduledFor: "asc" }, { id: "asc" }],
  });
  return releases.flatMap(({ id, name, scheduledFor, items }) =>
    scheduledFor === null
      ? []
      : items.map(({ entryId }) => ({ entryId, release: { id, name }, at: scheduledFor })),
  );
}
