import { escapeAttribute } from "./escape-attribute.ts";
import { htmlTokens } from "./html-tokens.ts";
import { parseShortcode, type Shortcode } from "./parse-shortcode.ts";
import { shortcodeUrl } from "./shortcode-url.ts";

/** A picture or other file in WordPress's media library. Texts may be empty; `caption` is HTML. */
export type Attachment = { url: string; alt: string; caption: string };

export type ShortcodeOptions = {
  /** The attachment with this WordPress id. */
  attachment?(id: string): Attachment | undefined;
  /** What was uploaded to this item: a `[gallery]` that names no pictures shows these. */
  attached?: readonly Attachment[];
};

const PICTURE = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i;

/**
 * Replaces WordPress's shortcodes with the HTML that they stand for. Unknown ones stay in the text as they are; what
 * could not be kept is added to `lost`, in sentences. Shortcodes inside code are examples and are left alone.
 */
export function expandShortcodes(html: string, options: ShortcodeOptions, lost: Set<string>): string {
  const closable = new Set(
    [...html.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name = ""]) => name.toLowerCase()),
  );
  const written: string[] = [];
  let copied = 0;
  for (const start of bracketsInText(html)) {
    if (start < copied) continue;
    const shortcode = parseShortcode(html, start);
    if (!shortcode || shortcode.isClosing) continue;
    if (shortcode.isEscaped) {
      written.push(html.slice(copied, start), html.slice(start + 1, shortcode.end - 1));
      copied = shortcode.end;
      continue;
    }
    const closing = closable.has(shortcode.name) ? findClosing(html, shortcode) : undefined;
    const inner = closing ? html.slice(shortcode.end, closing.index) : "";
    const expanded = expand(shortcode, inner, options, lost);
    if (expanded === undefined) {
      if (isMeant(shortcode, closing !== undefined) && !/\w/.test(html.charAt(start - 1))) {
        lost.add(`The shortcode [${shortcode.name}] is not known here; it was left in the text.`);
      }
      continue;
    }
    written.push(html.slice(copied, start), `\n\n${expanded}\n\n`);
    copied = closing?.end ?? shortcode.end;
  }
  return written.length === 0 ? html : written.join("") + html.slice(copied);
}

function* bracketsInText(html: string): Generator<number> {
  let codeDepth = 0;
  for (const token of htmlTokens(html)) {
    if (token.kind === "open" && (token.name === "pre" || token.name === "code")) codeDepth += 1;
    else if (token.kind === "close" && (token.name === "pre" || token.name === "code")) codeDepth -= 1;
    else if (token.kind === "text" && codeDepth <= 0) {
      let start = html.indexOf("[", token.start);
      while (start !== -1 && start < token.end) {
        yield start;
        start = html.indexOf("[", start + 1);
      }
    }
  }
}

/** Shortcodes of one name do not nest: another opening first means that this one was never closed. */
function findClosing(html: string, { name, end }: Shortcode): { index: number; end: number } | undefined {
  const next = new RegExp(`\\[(/?)${name}\\b`, "gi");
  next.lastIndex = end;
  const found = next.exec(html);
  if (!found?.[1] || html.charAt(next.lastIndex) !== "]") return undefined;
  return { index: found.index, end: next.lastIndex + 1 };
}

function expand(
  shortcode: Shortcode,
  inner: string,
  options: ShortcodeOptions,
  lost: Set<string>,
): string | undefined {
  switch (shortcode.name) {
    case "caption":
    case "wp_caption":
      return caption(shortcode, inner);
    case "gallery":
      return gallery(shortcode, options, lost);
    case "playlist":
      return playlist(shortcode, options, lost);
    case "code":
    case "sourcecode":
      return code(shortcode, inner);
    default: {
      const url = shortcodeUrl(shortcode, inner);
      return url && `<p><a href="${escapeAttribute(url)}">${url.replaceAll("<", "&lt;")}</a></p>`;
    }
  }
}

/** `[caption]<a><img></a> The words[/caption]`, or with the words in an attribute, as before WordPress 3.4. */
function caption({ attributes }: Shortcode, inner: string): string {
  const picture = /^\s*(?:<p>\s*)?((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)/i.exec(inner);
  const words = attributes.get("caption") ?? inner.slice(picture?.[0].length ?? 0);
  if (!picture) return inner;
  return figure(picture[1] ?? "", words.trim().replace(/^<\/p>|<p>|<\/p>$/gi, ""));
}

function figure(picture: string, words: string): string {
  return `<figure>${picture}${words && `<figcaption>${words}</figcaption>`}</figure>`;
}

function gallery({ attributes }: Shortcode, options: ShortcodeOptions, lost: Set<string>): string {
  const excluded = new Set(idsIn(attributes.get("exclude")));
  const ids = idsIn(attributes.get("ids") ?? attributes.get("include")).filter((id) => !excluded.has(id));
  const named = ids.map((id) => options.attachment?.(id)).filter((found) => found !== undefined);
  const hidden = new Set([...excluded].map((id) => options.attachment?.(id)?.url));
  const shown = (ids.length > 0 ? named : (options.attached ?? [])).filter(
    ({ url }) => PICTURE.test(url) && !hidden.has(url),
  );
  if (shown.length === 0) lost.add("A gallery was left out: its pictures are not in the export.");
  else if (shown.length < ids.length) lost.add("A gallery lost pictures that are not in the export.");
  return shown
    .map(({ url, alt, caption: words }) =>
      figure(`<img src="${escapeAttribute(url)}" alt="${escapeAttribute(alt)}">`, words),
    )
    .join("");
}

function playlist({ attributes }: Shortcode, options: ShortcodeOptions, lost: Set<string>): string {
  const urls = idsIn(attributes.get("ids")).flatMap((id) => options.attachment?.(id)?.url ?? []);
  if (urls.length === 0) lost.add("A playlist was left out: its files are not in the export.");
  return urls.map((url) => `<p><a href="${escapeAttribute(url)}">${url}</a></p>`).join("");
}

function code({ attributes, bare }: Shortcode, inner: string): string {
  const language = (attributes.get("language") ?? attributes.get("lang") ?? bare[0] ?? "").replace(
    /[^\w+#-]/g,
    "",
  );
  const escaped = inner.replace(/^\r?\n|\s+$/g, "").replaceAll("<", "&lt;");
  return `<pre><code class="language-${language}">${escaped}</code></pre>`;
}

function idsIn(list: string | undefined): string[] {
  return list?.match(/\d+/g) ?? [];
}

/** Whether a bracket is likely to be a shortcode and not, say, "[sic]". */
function isMeant({ name, attributes }: Shortcode, isClosed: boolean): boolean {
  return isClosed || attributes.size > 0 || /[\w][-_][\w]/.test(name);
}
