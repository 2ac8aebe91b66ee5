/**
 * Whether a title has every one of the words, in any order: what the server's search asks too. Keeps answers to what
 * was typed a moment ago from being picked for what is typed now.
 */
export function hasWords(title: string, words: string): boolean {
  const text = title.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
