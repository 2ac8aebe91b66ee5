/** Times that the limit is looked at before it is over. */
const steps = 50;

/**
 * Is aborted after so many milliseconds in which this process was awake: a step in which it stood still (a machine that
 * was paused, a loop that was busy) counts as a short one, so that what is there already is heard first. Keeps no
 * process alive; `stop` it when it is not needed any more.
 */
export function awakeTimeout(milliseconds: number): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  let left = steps;
  const timer = setInterval(() => {
    left--;
    if (left > 0) return;
    clearInterval(timer);
    controller.abort();
  }, milliseconds / steps).unref();
  return { signal: controller.signal, stop: () => clearInterval(timer) };
}
