import { useState } from "react";
import { counted } from "../publishing/time-words.ts";
import { foldParts } from "./fold-parts.ts";
import { textParts } from "./text-parts.ts";

/** Two texts in one: what went is struck through, what came is underlined. */
export function ShownTextChange({ before, after }: { before: string; after: string }) {
  const [parts] = useState(() => foldParts(textParts(before, after)));
  return (
    <p className="break-words whitespace-pre-wrap font-serif text-lg leading-relaxed">
      {parts.map((part, index) => {
        if (part.kind === "same") return <span key={index}>{part.text}</span>;
        if (part.kind === "folded") return <Fold key={index} text={part.text} />;
        return part.kind === "inserted" ? (
          <ins key={index} className="diff-inserted">
            {visibleBreaks(part.text)}
          </ins>
        ) : (
          <del key={index} className="diff-deleted">
            {visibleBreaks(part.text)}
          </del>
        );
      })}
    </p>
  );
}

/** A change of nothing but lines would be invisible. */
function visibleBreaks(text: string): string {
  return /\S/.test(text) ? text : text.replaceAll("\n", "¶\n").replaceAll(" ", "␣");
}

function Fold({ text }: { text: string }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return text;
  const words = text.match(/\S+/g)?.length ?? 0;
  return (
    <button
      type="button"
      onClick={() => setOpen(true)}
      className="mx-1 inline-flex min-h-6 items-center rounded bg-sunken px-2 font-sans text-sm text-muted hover:text-ink"
    >
      … {counted(words, "word")} unchanged …
    </button>
  );
}
