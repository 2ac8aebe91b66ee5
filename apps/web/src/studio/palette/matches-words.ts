/** Whether every word begins a word of the name, in any order: `new art` finds "New article". */
export function matchesWords(name: string, words: string): boolean {
  const parts = name.toLowerCase().split(/\s+/);
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)));
}
