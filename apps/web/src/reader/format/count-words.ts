interface TextLength {
  /** Runs of letters and digits between spaces. */
  words: number;
  /** Of Chinese and Japanese, whose words have no spaces between them. */
  characters: number;
}

const isSpace = /\s/;
const isLetter = /[\p{L}\p{N}]/u;
const isCharacter = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** A block of signs and spaces without a letter among them: dashes, quotes and the apostrophe of most texts. */
const signs = { from: 0x2000, to: 0x206f };
/** The first that may be Chinese or Japanese. */
const firstCharacter = 0x2e80;

const noSpace = (unit: number) => (isSpace.test(String.fromCharCode(unit)) ? 0 : 1);
const noSpaceSigns = Uint8Array.from({ length: 0x70 }, (_, place) => noSpace(signs.from + place));
const noSpaces = Uint8Array.from({ length: 0x80 }, (_, unit) => noSpace(unit));
const letters = Uint8Array.from(noSpaces, (_, unit) => (isLetter.test(String.fromCharCode(unit)) ? 1 : 0));

const counted = new WeakMap<{ text: string }, TextLength>();

/** How long a text is. Lists tell it of each of their articles, so it is a good part of what a page costs. */
export function countWords(body: { text: string }): TextLength {
  let length = counted.get(body);
  if (!length) {
    length = count(body.text);
    counted.set(body, length);
  }
  return length;
}

/** One walk, without a branch that a processor would have to guess at each end of a word. */
function count(text: string): TextLength {
  let words = 0;
  let characters = 0;
  let inWord = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      const letter = letters[unit] as number;
      words += letter & (inWord ^ 1);
      inWord = (inWord | letter) & (noSpaces[unit] as number);
      continue;
    }
    if (unit >= signs.from && unit <= signs.to) {
      inWord &= noSpaceSigns[unit - signs.from] as number;
      continue;
    }
    if (inWord === 1 && unit > 0xa0 && unit < firstCharacter && unit !== 0x1680) continue;
    const glyph = String.fromCodePoint(text.codePointAt(at) as number);
    at += glyph.length - 1;
    if (isSpace.test(glyph)) inWord = 0;
    else if (unit >= firstCharacter && isCharacter.test(glyph)) {
      characters++;
      inWord = 0;
    } else if (inWord === 0 && isLetter.test(glyph)) {
      words++;
      inWord = 1;
    }
  }
  return { words, characters };
}
