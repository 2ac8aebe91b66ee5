/** `[name key="value" bare]`, `[name=value]`, `[/name]` or, escaped, `[[name]]`. */
export type Shortcode = {
  name: string;
  isClosing: boolean;
  isEscaped: boolean;
  attributes: Map<string, string>;
  /** Values without a key, in order. */
  bare: string[];
  /** Where it ends in the source. */
  end: number;
};

const SHORTCODE = /\[(\[?)(\/?)([a-z][\w-]*)((?:[\s/=:](?:"[^"]*"|'[^']*'|[^\]"'[])*)?)\/?\](\]?)/iy;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)/g;

/** The shortcode that begins with the bracket at `start`, if that is what it is. */
export function parseShortcode(html: string, start: number): Shortcode | undefined {
  SHORTCODE.lastIndex = start;
  const found = SHORTCODE.exec(html);
  if (!found) return undefined;
  const [all, doubleOpen, slash, name = "", rest = "", doubleClose] = found;
  const isEscaped = Boolean(doubleOpen && doubleClose);
  if (doubleOpen && !isEscaped) return undefined;
  const attributes = new Map<string, string>();
  const bare: string[] = [];
  for (const [, key, ...values] of rest.replace(/^[=:]/, "").matchAll(ATTRIBUTE)) {
    const value = values.find((candidate) => candidate !== undefined) ?? "";
    if (key) attributes.set(key.toLowerCase(), value);
    else bare.push(value);
  }
  return {
    name: name.toLowerCase(),
    isClosing: slash === "/",
    isEscaped,
    attributes,
    bare,
    end: start + all.length - (doubleClose && !isEscaped ? 1 : 0),
  };
}
