/**
 * The locale column of every entry until entries can be translated: the publication's own language, whatever that is.
 * Not the language's tag, or correcting the tag would hide all content.
 */
export const mainLocale = "main";
