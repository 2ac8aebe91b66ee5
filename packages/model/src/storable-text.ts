import { z } from "zod";

/** PostgreSQL keeps neither the character U+0000 nor half a character (a lone surrogate). */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

export const notStorable = "This holds a character that is no text: remove it, or type the text anew.";

/** The schema of a text that can be stored, whatever it says. */
export function storableText() {
  return z.string("Use text.").refine(isStorableText, notStorable);
}
