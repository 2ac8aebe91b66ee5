/** Milliseconds without a change after which changes are saved. */
const pause = 2_000;
/** Milliseconds after the first unsaved change by which they are saved although somebody goes on typing. */
const longest = 10_000;

/** Milliseconds before the next try, after so many that failed in a row. */
export function retryDelay(failures: number): number {
  return Math.min(2_000 * 2 ** (failures - 1), 15_000);
}

/** Says when changes are saved by themselves; what is saved is not its business. */
export function createAutosaveTimer(save: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange: number | null = null;
  let failures = 0;
  let notBefore = 0;

  function wait(until: number) {
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, until - Date.now()));
  }

  return {
    isWaiting: () => firstChange !== null,
    /** There is something to save, and it has just changed. */
    changed() {
      const now = Date.now();
      firstChange ??= now;
      wait(Math.max(Math.min(now + pause, firstChange + longest), notBefore));
    },
    /** There is nothing to save, or nothing that can be saved. */
    rest() {
      clearTimeout(timer);
      firstChange = null;
    },
    failed() {
      failures += 1;
      notBefore = Date.now() + retryDelay(failures);
    },
    succeeded() {
      failures = 0;
      notBefore = 0;
    },
    /** The connection may be back: what waits for it is tried now. */
    hurry() {
      notBefore = 0;
      if (firstChange !== null) wait(Date.now());
    },
  };
}
