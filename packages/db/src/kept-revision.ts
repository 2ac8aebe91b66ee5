import { Prisma } from "./generated/client.ts";

/**
 * The condition for a revision `r` of an entry `e` that something points at: readers see it or will, it is in a release,
 * or somebody has said something of it.
 */
export const isKept = Prisma.sql`(
  r.version IS NOT DISTINCT FROM e.published_version
  OR r.version IS NOT DISTINCT FROM e.scheduled_version
  OR EXISTS (SELECT 1 FROM release_item i WHERE i.entry_id = r.entry_id AND i.version = r.version)
  OR EXISTS (SELECT 1 FROM comment c WHERE c.entry_id = r.entry_id AND c.version = r.version))`;
