import { isPlainObject } from "@letterpress/model/plain-object";
import { type ParsedYaml, parseYaml } from "./parse-yaml.ts";

export interface ParsedEntryFile extends Pick<ParsedYaml, "lineOf" | "issues"> {
  front: Record<string, unknown>;
  /** The text below the front matter; undefined where there is none. */
  body: string | undefined;
  /** The line that the body begins in. */
  bodyLine: number;
}

const frontMatter = /^---[ \t]*(\r?\n)(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** Takes a file apart into its front matter and the text below. */
export function parseEntryFile(text: string): ParsedEntryFile {
  const found = frontMatter.exec(text);
  if (!found)
    return nothing(
      "Begin the file with front matter: a line of three hyphens, fields, and another such line.",
    );
  const [head, lineBreak = "\n", yaml = ""] = found;
  const { value, issues, lineOf } = parseYaml(yaml, 2);
  if (issues.length === 0 && value !== null && value !== undefined && !isPlainObject(value))
    return nothing("The front matter is a list of fields, each `name: value`.");
  return {
    front: isPlainObject(value) ? value : {},
    body: bodyOf(text.slice(head.length), lineBreak),
    bodyLine: head.split("\n").length,
    lineOf,
    issues,
  };
}

/** Without the empty line in front and the line break behind that every file has. */
function bodyOf(rest: string, lineBreak: string): string | undefined {
  if (rest === "" || rest === lineBreak) return undefined;
  const text = rest.startsWith(lineBreak) ? rest.slice(lineBreak.length) : rest;
  return text.endsWith(lineBreak) ? text.slice(0, -lineBreak.length) : text;
}

function nothing(message: string): ParsedEntryFile {
  return { front: {}, body: undefined, bodyLine: 1, lineOf: () => 1, issues: [{ line: 1, message }] };
}
