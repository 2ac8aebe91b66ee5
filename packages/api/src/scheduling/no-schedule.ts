import { Prisma } from "@letterpress/db/generated/client";

/** The columns of an entry that is not scheduled. */
export const noSchedule = {
  scheduledFor: null,
  scheduledVersion: null,
  scheduledById: null,
  scheduleFailure: Prisma.DbNull,
};
