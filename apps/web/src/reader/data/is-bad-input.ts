/** The call failed because of what it was given, such as a cursor that no list answered. */
export function isBadInput(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "BAD_REQUEST";
}
