import type { IncludeAllowance } from "./include-entries.ts";

/** What a public read may use up, and where it says what its answer is made from. */
export interface Reading {
  allowance: IncludeAllowance;
  /** Keys of source-keys.ts. */
  sources: Set<string>;
  /** Whoever asked writes the answer down, and takes it as text. */
  takesText: boolean;
}
