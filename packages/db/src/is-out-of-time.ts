import { isDriverAdapterError } from "@prisma/driver-adapter-utils";

/** PostgreSQL's `query_canceled`. */
const canceled = "57014";

/** Whether a statement failed because it took longer than its connection allows. */
export function isOutOfTime(error: unknown): boolean {
  if (!(error instanceof Error) || !("meta" in error)) return false;
  const driverError = (error.meta as { driverAdapterError?: unknown } | null | undefined)?.driverAdapterError;
  if (driverError === undefined || driverError === null || !isDriverAdapterError(driverError)) return false;
  return "originalCode" in driverError.cause && driverError.cause.originalCode === canceled;
}
