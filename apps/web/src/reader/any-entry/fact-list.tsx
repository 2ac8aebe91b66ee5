import type { Site } from "../data/site.ts";
import type { AnyValue } from "./any-value.ts";
import { Fact } from "./fact.tsx";

/** Characters and items that read well in one sentence; more stand under each other. */
const mostCharacters = 160;
const mostItems = 8;
/** Characters of items that are short enough to stand in columns. */
const shortItem = 36;

/** Several short values: a line with commas, or else a list. */
export function FactList({ site, items }: { site: Site; items: AnyValue[] }) {
  const words = items.map(wordsOf);
  return (
    <ul className={`fact-list ${layoutOf(words)}`}>
      {items.map((item, index) => (
        // Rendered once and never reordered, so the place will do as a key.
        <li key={index}>
          <Fact site={site} value={item} />
        </li>
      ))}
    </ul>
  );
}

function layoutOf(words: (string | null)[]): string {
  const isLine =
    words.length <= mostItems &&
    words.every((one) => one !== null && !/[,;\n]/.test(one)) &&
    words.join(", ").length <= mostCharacters;
  if (isLine) return "fact-line";
  const isNarrow = words.every((one) => one !== null && one.length <= shortItem);
  return isNarrow && words.length > mostItems ? "fact-columns" : "fact-rows";
}

/** What can stand between commas; `null` for what needs a line of its own. */
function wordsOf(value: AnyValue): string | null {
  if (value.kind === "text") return value.text;
  if (value.kind === "entry") return value.title;
  if (value.kind === "number") return String(value.number);
  if (value.kind === "color") return value.code;
  return value.kind === "day" || value.kind === "boolean" ? "a day of a month" : null;
}
