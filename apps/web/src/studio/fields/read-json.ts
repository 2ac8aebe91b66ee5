export type ReadJson = { ok: true; value: unknown } | { ok: false; problem: string };

/** What a text says as JSON; an empty one says nothing, which is null. */
export function readJson(text: string): ReadJson {
  if (text.trim() === "") return { ok: true, value: null };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, problem: `This is not JSON yet: ${(error as Error).message}` };
  }
}

/** A value as it is written in a box. */
export function jsonText(value: unknown): string {
  return value === undefined || value === null ? "" : JSON.stringify(value, null, 2);
}
