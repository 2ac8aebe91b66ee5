/**
 * Asks once for all who ask at the same time. Nobody is given what was asked before they did: those who come while an
 * answer is on its way share the next.
 */
export function askedTogether<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let running: Promise<unknown> | undefined;
  let next: Promise<Answer> | undefined;
  const begin = () => {
    next = undefined;
    const answer = ask();
    const over = () => {
      if (running === settled) running = undefined;
    };
    const settled = answer.then(over, over);
    running = settled;
    return answer;
  };
  return () => {
    if (!running) return begin();
    next ??= running.then(begin);
    return next;
  };
}
