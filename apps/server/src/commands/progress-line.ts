/** Milliseconds between two lines. */
const pace = 1_000;

/** A line such as "Assets: 19 of 19". */
const isEnd = /(?<!\d)(\d+) of \1\b/;

/**
 * Prints what a long command is at, a line a second at most: a short one prints none. Of a step that was begun the end
 * is told as well, so that nobody takes it for stuck.
 */
export function progressLine(): (line: string) => void {
  let last = performance.now();
  let isBegun = false;
  return (line) => {
    const ends = isEnd.test(line);
    const isDue = performance.now() - last >= pace;
    if (isDue || (ends && isBegun)) {
      last = performance.now();
      console.log(line);
      isBegun = true;
    }
    if (ends) isBegun = false;
  };
}
