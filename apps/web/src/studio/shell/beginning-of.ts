/** Characters that are read at a glance. */
const longest = 90;

/** The beginning of a text on one line, up to the end of a word. */
export function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2))}…`;
}
