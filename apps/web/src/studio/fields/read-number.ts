/** What a text says as a number. `value` is null where it says none. */
export interface ReadNumber {
  value: number | null;
  /** Why it is none, though something is written. */
  problem: string | null;
  /** More may come, as after `-` or `1e`: too early to complain. */
  isUnfinished: boolean;
}

const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const beginning = /^[-+]?(\d+\.?\d*|\.\d*)?(e[-+]?)?$/i;

export function readNumber(text: string): ReadNumber {
  const written = text.trim();
  if (written === "") return { value: null, problem: null, isUnfinished: false };
  const value = number.test(written) ? Number(written) : Number.NaN;
  // Negative zero is no number of its own to readers.
  if (Number.isFinite(value)) return { value: value === 0 ? 0 : value, problem: null, isUnfinished: false };
  return {
    value: null,
    problem: /^[-+]?\d+,\d*$/.test(written)
      ? "Write decimals with a point, such as 1.5."
      : "This is not a number.",
    isUnfinished: beginning.test(written),
  };
}

/** A number as it is written in a box. */
export function numberText(value: unknown): string {
  return typeof value === "number" ? String(value) : "";
}
