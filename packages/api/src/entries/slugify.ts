import { slugMax } from "@letterpress/model/fields/slug";

const letters: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", þ: "th" };

/** Makes a slug of any text: `Crème brûlée & co.` → `creme-brulee-co`. Empty where there is nothing to use. */
export function slugify(text: string, max = slugMax): string {
  const plain = text
    .toLowerCase()
    .replace(/[ßæœøđłþ]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFKD")
    // Accents come off Latin letters only: in other scripts the marks are part of the word.
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC")
    .replace(/['’]/g, "");
  const slug = plain.replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  // A cut can go through a letter of two UTF-16 units: what is left of it is none.
  return slug
    .slice(0, max)
    .replace(/[\uD800-\uDBFF]$/, "")
    .replace(/-+$/, "");
}
