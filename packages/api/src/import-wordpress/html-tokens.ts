/** A stretch of HTML source: `html.slice(start, end)`. `other` is a comment, a doctype or the inside of a script. */
export type HtmlToken =
  | { kind: "text" | "other"; start: number; end: number }
  | { kind: "open" | "close"; start: number; end: number; name: string };

/** Elements whose inside is not markup. */
const RAW_TEXT = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]);

/**
 * Splits HTML source into tags and what lies between them, in one pass over it: enough to know what is text and how
 * deep tags are nested before a real parser builds a tree. Takes anything.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf("<", at);
    if (start === -1) {
      yield { kind: "text", start: at, end: html.length };
      return;
    }
    const next = html.charAt(start + 1);
    const isTag = /[a-z]/i.test(next === "/" ? html.charAt(start + 2) : next);
    if (!isTag && !/[!/?]/.test(next)) {
      yield { kind: "text", start: at, end: start + 1 };
      at = start + 1;
      continue;
    }
    if (start > at) yield { kind: "text", start: at, end: start };
    const end = isTag ? endOfTag(html, start) : endOfComment(html, start);
    at = end;
    if (!isTag) {
      yield { kind: "other", start, end };
      continue;
    }
    const name = /[^\s/>]*/.exec(html.slice(start + (next === "/" ? 2 : 1), end))?.[0].toLowerCase() ?? "";
    yield { kind: next === "/" ? "close" : "open", start, end, name };
    if (next !== "/" && RAW_TEXT.has(name)) {
      const closing = new RegExp(`</${name}`, "gi");
      closing.lastIndex = end;
      at = closing.exec(html)?.index ?? html.length;
      if (at > end) yield { kind: "other", start: end, end: at };
    }
  }
}

function endOfTag(html: string, start: number): number {
  let quote = "";
  let afterEquals = false;
  for (let at = start + 1; at < html.length; at += 1) {
    const character = html.charAt(at);
    if (quote) {
      if (character === quote) quote = "";
    } else if (character === ">") {
      return at + 1;
    } else if (afterEquals && (character === '"' || character === "'")) {
      quote = character;
    }
    if (!/\s/.test(character)) afterEquals = character === "=" && !quote;
  }
  return html.length;
}

function endOfComment(html: string, start: number): number {
  const isComment = html.startsWith("<!--", start);
  const closing = isComment ? "-->" : ">";
  const end = html.indexOf(closing, start + 2);
  return end === -1 ? html.length : end + closing.length;
}
