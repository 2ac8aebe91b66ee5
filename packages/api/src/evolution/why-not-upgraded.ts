import type { ErrorDetails } from "../errors.ts";
import { LetterpressError } from "../errors.ts";

/** Why an entry stays as it was, in one line for whoever has to mend it. */
export function whyNotUpgraded(error: unknown): string {
  if (!(error instanceof LetterpressError)) return String(error).trim().split("\n").at(-1) ?? "";
  if (error.errorCode === "UPGRADE_FAILED") {
    const { version, reason } = error.details as ErrorDetails["UPGRADE_FAILED"];
    return `upgrade.${version} of its type: ${reason}`;
  }
  if (error.errorCode === "REFERENCE_MISSING") {
    const { field, id } = error.details as ErrorDetails["REFERENCE_MISSING"];
    return `fields.${field}: it refers to ${id}, which does not exist.`;
  }
  const { issues } = error.details as Partial<ErrorDetails["ENTRY_INCOMPLETE"]>;
  return issues?.map(({ path, message }) => `${path}: ${message}`).join(" ") ?? error.message;
}
