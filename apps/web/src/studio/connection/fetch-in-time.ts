/** Milliseconds after which a call that nobody answers is given up: what waits for it, such as the next save, goes on. */
export const answeredWithin = 60_000;

/** Fetches, and fails when the answer has not come in time, with all of it. Uploads take as long as they take. */
export function fetchInTime(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  if (init.body instanceof Blob) return fetch(input, init);
  const late = new AbortController();
  setTimeout(() => late.abort(), answeredWithin);
  const signal = init.signal ? AbortSignal.any([init.signal, late.signal]) : late.signal;
  return fetch(input, { ...init, signal });
}
