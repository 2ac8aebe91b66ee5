import { diffArrays } from "diff";

/** A stretch of two compared texts. */
export interface TextPart {
  kind: "same" | "inserted" | "deleted";
  text: string;
}

/** Texts that differ in more places than this are not compared further: nobody could read the result. */
const edits = { lines: 1_500, words: 1_200 };
/** Characters of a stretch of changed lines beyond which it is shown by lines, not by words. */
const longestByWords = 40_000;

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** What was inserted and deleted between two texts, by words; by whole lines where these have little in common. */
export function textParts(before: string, after: string): TextPart[] {
  const byLine = compare(linesOf(before), linesOf(after), edits.lines) ?? whole(before, after);
  const parts: TextPart[] = [];
  for (const run of runsOf(byLine)) {
    if ("same" in run) parts.push({ kind: "same", text: run.same });
    else parts.push(...byWords(run.deleted, run.inserted));
  }
  return joined(parts);
}

function byWords(deleted: string, inserted: string): TextPart[] {
  if (deleted === "" || inserted === "" || deleted.length + inserted.length > longestByWords)
    return whole(deleted, inserted);
  const parts = compare(wordsOf(deleted), wordsOf(inserted), edits.words);
  // A new sentence that shares its spaces and commas with the old one is a new sentence.
  if (!parts || sharedLength(parts) * 5 < Math.min(deleted.length, inserted.length))
    return whole(deleted, inserted);
  return runsOf(withoutLoneSpaces(parts)).flatMap((run) =>
    "same" in run ? [{ kind: "same" as const, text: run.same }] : whole(run.deleted, run.inserted),
  );
}

function compare(before: string[], after: string[], maxEditLength: number): TextPart[] | undefined {
  return diffArrays(before, after, { maxEditLength })?.map(({ added, removed, value }) => ({
    kind: added ? "inserted" : removed ? "deleted" : "same",
    text: value.join(""),
  }));
}

function whole(deleted: string, inserted: string): TextPart[] {
  const parts: TextPart[] = [
    { kind: "deleted", text: deleted },
    { kind: "inserted", text: inserted },
  ];
  return parts.filter(({ text }) => text !== "");
}

type Run = { same: string } | { deleted: string; inserted: string };

/** What changed between two stretches that did not, the deleted before the inserted. */
function runsOf(parts: readonly TextPart[]): Run[] {
  const runs: Run[] = [];
  for (const { kind, text } of parts) {
    const last = runs.at(-1);
    if (kind === "same") runs.push({ same: text });
    else if (last && "deleted" in last) last[kind] += text;
    else runs.push({ deleted: "", inserted: "", [kind]: text });
  }
  return runs;
}

/** Three changed words in a row are one change, not three with unchanged spaces between them. */
function withoutLoneSpaces(parts: readonly TextPart[]): TextPart[] {
  return parts.flatMap((part, index): TextPart[] => {
    const isBetween = index > 0 && index < parts.length - 1;
    if (part.kind !== "same" || !isBetween || /\S|\n/.test(part.text)) return [part];
    return whole(part.text, part.text);
  });
}

function joined(parts: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else result.push({ ...part });
  }
  return result;
}

function sharedLength(parts: readonly TextPart[]): number {
  return parts.reduce(
    (sum, { kind, text }) => (kind === "same" ? sum + text.replace(/\P{L}/gu, "").length : sum),
    0,
  );
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** In any script: also in those that put no spaces between words. */
function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
