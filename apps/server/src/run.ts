/** What a start has of the process that it is in. */
export interface Run {
  /** What is to be closed when the process ends, the last one first, whether or not the start succeeds. */
  closing: (() => Promise<void>)[];
  /** Aborted when the process is to end before the start is done. */
  signal: AbortSignal;
  /** Prints a line for the operator. */
  say(line: string): void;
}
