import { countWords } from "./count-words.ts";

/** Words that people read in a minute; of Chinese and Japanese, characters. */
const wordsPerMinute = 230;
const charactersPerMinute = 500;

const formats = new Map<string, Intl.NumberFormat>();

/** How long a text takes to read, such as "6 minutes". */
export function readingTime(body: { text: string }, locale: string): string {
  const { words, characters } = countWords(body);
  const minutes = words / wordsPerMinute + characters / charactersPerMinute;
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "long" });
    formats.set(locale, format);
  }
  return format.format(Math.max(1, Math.round(minutes)));
}
