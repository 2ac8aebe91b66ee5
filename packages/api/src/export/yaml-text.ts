import { Document, Scalar, visit } from "yaml";

/** What a reader of YAML, of whichever version, may take for a line break, drop, or refuse. */
const odd = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;

/** Those of them that JSON leaves as they are. */
const unseen = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * A value as YAML that reads back as the same value: texts that other readers (of YAML 1.1, too) would take for dates,
 * numbers or booleans are quoted, and no line is folded. The same value gives the same text.
 */
export function yamlText(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false, compat: "yaml-1.1" });
  visit(document, {
    Scalar(key, node) {
      if (typeof node.value === "string") setStyle(node, node.value, key === "key");
    },
  });
  // All of these stand between double quotes by now.
  return document.toString({ lineWidth: 0 }).replace(unseen, escapeUnicode);
}

function setStyle(node: Scalar, text: string, isKey: boolean): void {
  if (isBlock(text) && !isKey) node.type = Scalar.BLOCK_LITERAL;
  else if (odd.test(text) || /^\s|\s$/.test(text)) node.type = Scalar.QUOTE_DOUBLE;
}

/** Lines of which none begins the text with, or ends in, spaces that an editor may take away. */
function isBlock(text: string): boolean {
  if (!text.includes("\n") || /^\s/.test(text)) return false;
  return text.split("\n").every((line) => !odd.test(line) && !/\s$/.test(line));
}

function escapeUnicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
