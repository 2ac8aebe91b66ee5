import { useMemo } from "react";
import { foldParts } from "../revisions/fold-parts.ts";
import { textParts } from "../revisions/text-parts.ts";

/**
 * A text with the words marked that another one does not have; long stretches that both have are left out. Two texts that
 * share next to nothing are better read without marks.
 */
export function MarkedText({ text, other }: { text: string; other: string }) {
  const parts = useMemo(() => {
    const all = textParts(other, text);
    const isOther = !all.some((part) => part.kind === "same" && /[\p{L}\p{N}]/u.test(part.text));
    return isOther ? null : foldParts(all.filter(({ kind }) => kind !== "deleted"));
  }, [text, other]);
  if (!parts) return text;
  return parts.map((part, index) => {
    if (part.kind === "inserted")
      return (
        <mark
          key={index}
          className="rounded-xs bg-ochre-tint text-ink underline decoration-ochre decoration-2"
        >
          {part.text}
        </mark>
      );
    return <span key={index}>{part.kind === "folded" ? " … " : part.text}</span>;
  });
}
