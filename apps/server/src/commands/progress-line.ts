/** Milliseconds between two lines. */
const pace = 1_000;

/** Prints what a long command is at, a line a second at most: a short one prints none. */
export function progressLine(): (line: string) => void {
  let last = performance.now();
  return (line) => {
    if (performance.now() - last < pace) return;
    last = performance.now();
    console.log(line);
  };
}
