import { type BundledLanguage, bundledLanguages, bundledLanguagesInfo } from "shiki";

/**
 * What is highlighted; all else is plain text. A list, because a grammar that is loaded stays in memory, and one text
 * could name the hundreds that there are.
 */
const chosen = new Set<string>(
  (
    "c cpp csharp css dart diff docker elixir go graphql haskell html http ini java javascript json jsonc jsx " +
    "kotlin lua make markdown nginx php powershell prisma python r ruby rust scss shellscript shellsession sql " +
    "svelte swift terraform toml tsx typescript vue xml yaml zig"
  ).split(" "),
);

/** The grammars by each name that they have, loaded when they are called. */
export const highlightedLanguages = Object.fromEntries(
  bundledLanguagesInfo
    .filter(({ id }) => chosen.has(id))
    .flatMap(({ id, aliases = [] }) =>
      [id, ...aliases].map((name) => [name, bundledLanguages[id as BundledLanguage]] as const),
    ),
);
