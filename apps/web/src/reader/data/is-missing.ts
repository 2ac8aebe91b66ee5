/** The call failed because there is no such published entry. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "errorCode" in error && error.errorCode === "ENTRY_MISSING";
}
