import type { TextPart } from "./text-parts.ts";

/** Unchanged text that is out of the way until somebody asks for it. */
export interface FoldedPart {
  kind: "folded";
  text: string;
}

/** Characters of unchanged text that stay on each side of a change, at the least. */
const context = 120;
/** Less than this is not worth a fold. */
const worthIt = 200;

/** Puts long unchanged stretches away, up to the words around each change. */
export function foldParts(parts: readonly TextPart[]): (TextPart | FoldedPart)[] {
  return parts.flatMap((part, index): (TextPart | FoldedPart)[] => {
    if (part.kind !== "same") return [part];
    const { text } = part;
    const from = index === 0 ? 0 : endOfWord(text, context);
    const to = index === parts.length - 1 ? text.length : startOfWord(text, text.length - context);
    if (to - from < worthIt) return [part];
    const shown: (TextPart | FoldedPart)[] = [
      { kind: "same", text: text.slice(0, from) },
      { kind: "folded", text: text.slice(from, to) },
      { kind: "same", text: text.slice(to) },
    ];
    return shown.filter((one) => one.text !== "");
  });
}

function endOfWord(text: string, place: number): number {
  const found = text.slice(place).search(/\s/);
  return found < 0 || found > context ? Math.min(place, text.length) : place + found;
}

function startOfWord(text: string, place: number): number {
  if (place <= 0) return 0;
  const found = text.slice(Math.max(0, place - context), place).search(/\s\S*$/);
  return found < 0 ? place : Math.max(0, place - context) + found + 1;
}
