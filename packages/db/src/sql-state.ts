import { isDriverAdapterError } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** PostgreSQL's code of the error that a statement failed with; undefined when `error` is something else. */
export function sqlState(error: unknown): string | undefined {
  // A statement that was sent without Prisma.
  if (error instanceof pg.DatabaseError) return error.code;
  if (!(error instanceof Error) || !("meta" in error)) return undefined;
  const driverError = (error.meta as { driverAdapterError?: unknown } | null | undefined)?.driverAdapterError;
  // Asked first, as isDriverAdapterError throws on undefined.
  if (driverError === undefined || driverError === null || !isDriverAdapterError(driverError))
    return undefined;
  return "originalCode" in driverError.cause ? driverError.cause.originalCode : undefined;
}
