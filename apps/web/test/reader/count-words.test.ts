import { expect, test } from "vitest";
import { countWords } from "../../src/reader/format/count-words.ts";

const characters = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;

/** What is counted, said in expressions. */
function plainly(text: string) {
  const words = text.replace(characters, " ").split(/\s+/);
  return {
    words: words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    characters: text.match(characters)?.length ?? 0,
  };
}

const glyphs = [..."aZ9 \n.-é’“—字かカｶж\u00a0\u1680\u2009\u3000\ufeff\u0301ⅷ", "𠀀", "😀"];

test("words are runs of letters and digits, and Chinese and Japanese characters are counted one by one", () => {
  const texts = glyphs.flatMap((one) =>
    glyphs.flatMap((two) => glyphs.flatMap((three) => [`${one}${two}${three}`, `a${one}${two}b${three}`])),
  );
  const wrong = texts.filter(
    (text) => JSON.stringify(countWords({ text })) !== JSON.stringify(plainly(text)),
  );
  expect(wrong).toEqual([]);
  expect(countWords({ text: "It’s 9 o’clock – “late”." })).toEqual({ words: 4, characters: 0 });
});
