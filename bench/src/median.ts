/** The value that half of them are below. Throws where there are none. */
export function median(values: number[]): number {
  return quantile(values, 0.5);
}

/** The value that this share of them, 0 to 1, are at most. Throws where there are none. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new Error("There is nothing that was measured.");
  return found;
}
