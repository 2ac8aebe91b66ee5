/** Words that people read in a minute; of Chinese and Japanese, characters. */
const wordsPerMinute = 230;
const charactersPerMinute = 500;

const characters = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;

/** How long a text takes to read, such as "6 minutes". */
export function readingTime(text: string, locale: string): string {
  const withoutSpaces = text.match(characters)?.length ?? 0;
  const minutes =
    countWords(text.replace(characters, " ")) / wordsPerMinute + withoutSpaces / charactersPerMinute;
  return new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "long" }).format(
    Math.max(1, Math.round(minutes)),
  );
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
