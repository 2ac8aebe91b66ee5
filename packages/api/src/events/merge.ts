/**
 * Gives what several iterations give, as it comes, and asks none of them for more than one item ahead. Ends when one
 * of them ends, and throws what one of them throws. Then all are told to end; one that waits for something cannot be
 * ended so from outside, and is for the caller to end, by a signal.
 */
export async function* merge<T>(sources: AsyncIterator<T, void>[]): AsyncGenerator<T, void> {
  const come: { source: AsyncIterator<T, void>; result: Promise<IteratorResult<T, void>> }[] = [];
  let wake = Promise.withResolvers<void>();
  // Not Promise.race: a source that is silent for days would collect what every race before has left at its promise.
  const ask = (source: AsyncIterator<T, void>) => {
    const result = source.next();
    const arrive = () => {
      come.push({ source, result });
      wake.resolve();
    };
    result.then(arrive, arrive);
  };
  for (const source of sources) ask(source);
  try {
    for (;;) {
      await wake.promise;
      wake = Promise.withResolvers<void>();
      for (let next = come.shift(); next; next = come.shift()) {
        const { done, value } = await next.result;
        if (done) return;
        yield value;
        ask(next.source);
      }
    }
  } finally {
    // Not awaited: one that waits does not hear of it before the caller's signal.
    for (const source of sources) source.return?.().catch(() => undefined);
  }
}
