interface FrontMatter {
  values: Record<string, string>;
  body: string;
}

/** Reads the `key: value` lines between the first two `---` of a markdown file, and what follows them. */
export function readFrontMatter(text: string): FrontMatter {
  const [, head = "", body = ""] = /^---\n(.*?)\n---\n+(.*)$/s.exec(text) ?? [];
  const lines = head.split("\n").map((line) => {
    const colon = line.indexOf(": ");
    return [line.slice(0, colon), line.slice(colon + 2)] as const;
  });
  return { values: Object.fromEntries(lines), body };
}
