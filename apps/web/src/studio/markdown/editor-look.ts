import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const mono = "ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, monospace";

const box = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--font-serif)",
    fontSize: "1.125rem",
    lineHeight: "1.65",
    overflow: "visible",
  },
  ".cm-content": { padding: "0.875rem 0", minHeight: "20rem", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0 1rem" },
  ".cm-placeholder": { color: "var(--muted)" },
  ".cm-upload": {
    fontFamily: "var(--font-sans)",
    fontSize: "0.875rem",
    padding: "0.125rem 0.5rem",
    borderRadius: "1rem",
    color: "var(--accent)",
    background: "var(--accent-tint)",
  },
});

const words = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "600" },
  { tag: tags.heading1, fontSize: "1.5em", lineHeight: "1.3" },
  { tag: tags.heading2, fontSize: "1.3em", lineHeight: "1.3" },
  { tag: tags.heading3, fontSize: "1.12em" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: tags.quote, color: "var(--muted)", fontStyle: "italic" },
  { tag: tags.link, color: "var(--accent)" },
  { tag: tags.url, color: "var(--muted)", fontFamily: mono, fontSize: "0.8em" },
  { tag: tags.monospace, fontFamily: mono, fontSize: "0.85em" },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName], color: "var(--muted)" },
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--accent)" },
  { tag: [tags.string, tags.regexp], color: "var(--sage)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--danger)" },
  { tag: [tags.comment, tags.meta], color: "var(--muted)", fontStyle: "italic" },
  { tag: [tags.typeName, tags.className, tags.tagName, tags.attributeName], color: "var(--ochre)" },
]);

/** Text as it reads, with its marks in the background; colours follow the theme by themselves. */
export const editorLook = [box, syntaxHighlighting(words)];
