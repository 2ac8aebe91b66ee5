import { isDriverAdapterError } from "@prisma/driver-adapter-utils";

/**
 * The unique index that a write ran into, for example `user_email_key` or `entry_type_locale_slug_key`
 * (`<table>_<columns>_key`, as the migrations name them); undefined when `error` is something else.
 */
export function uniqueViolation(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("meta" in error)) return undefined;
  const driverError = (error.meta as { driverAdapterError?: unknown } | null | undefined)?.driverAdapterError;
  // Asked first, as isDriverAdapterError throws on undefined. Prisma's own errors come without one.
  if (driverError === undefined || driverError === null) return undefined;
  if (!isDriverAdapterError(driverError) || driverError.cause.kind !== "UniqueConstraintViolation")
    return undefined;
  const { constraint } = driverError.cause;
  return constraint !== undefined && "index" in constraint ? constraint.index : undefined;
}
