/** A process that this one cannot do without has ended too early. */
export class ChildEnded extends Error {
  override readonly name = "ChildEnded";
  /** It has printed why. */
  readonly isExplained: boolean;

  constructor(what: string, code: number | null, signal: string | null) {
    super(`${what} ended too early (${endOf(code, signal)}): start again.`);
    this.isExplained = code !== null && code !== 0;
  }
}

/** How a process ended, in words. */
export function endOf(code: number | null, signal: string | null): string {
  return signal ?? `exit code ${code}`;
}
