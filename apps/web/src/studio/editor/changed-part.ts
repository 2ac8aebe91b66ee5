/**
 * The lines of a text that another text does not share, with one line around them; `…` stands for what both begin or
 * end with. A short text is given whole.
 */
export function changedPart(text: string, other: string): string {
  const lines = text.split("\n");
  const others = other.split("\n");
  if (lines.length < 6 && others.length < 6) return text;
  const shortest = Math.min(lines.length, others.length);
  let start = 0;
  while (start < shortest && lines[start] === others[start]) start++;
  let end = 0;
  while (end < shortest - start && lines.at(-1 - end) === others.at(-1 - end)) end++;
  const from = Math.max(0, start - 1);
  const to = Math.min(lines.length, lines.length - end + 1);
  return [...(from > 0 ? ["…"] : []), ...lines.slice(from, to), ...(to < lines.length ? ["…"] : [])].join(
    "\n",
  );
}
