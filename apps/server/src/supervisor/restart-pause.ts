/** Milliseconds to wait before a process is started again that has died so many times, one soon after the other. */
export function restartPause(deaths: number): number {
  return deaths <= 1 ? 0 : Math.min(longest, 100 * 2 ** deaths);
}

const longest = 30_000;
