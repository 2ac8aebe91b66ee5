/** Each has its turn in one of so many parts of the time: they never speak all at once. */
const parts = 100;

/** Calls `ping` for everything that is open, each `every` milliseconds, by one timer. */
export function createPings<Open>(ping: (open: Open) => void, every: number) {
  const turns = Array.from({ length: parts }, () => new Set<Open>());
  let joined = 0;
  let passed = 0;
  let size = 0;
  let timer: NodeJS.Timeout | undefined;
  const next = () => {
    for (const open of turns[passed++ % parts] ?? []) ping(open);
  };
  return {
    /** Returns what ends its pings. */
    add(open: Open): () => void {
      const turn = turns[joined++ % parts] as Set<Open>;
      turn.add(open);
      size++;
      timer ??= setInterval(next, every / parts).unref();
      return () => {
        if (!turn.delete(open) || --size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
