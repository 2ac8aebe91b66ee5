import { type Document, isMap, isNode, LineCounter, type ParsedNode, parseDocument } from "yaml";

export interface ParsedYaml {
  value: unknown;
  /** The line, from 1, of the value at a path, or of the nearest thing around it that has one. */
  lineOf(path: PropertyKey[]): number;
  issues: { line: number; message: string }[];
}

/** Reads YAML 1.2. `firstLine` is the line of the file that it begins in. */
export function parseYaml(text: string, firstLine = 1): ParsedYaml {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line - 1 + firstLine;
  const issues = [...document.errors, ...document.warnings].map((error) => ({
    line: lineAt(error.pos[0]),
    message: `This is no YAML: ${error.message}`,
  }));
  let value: unknown;
  try {
    if (issues.length === 0) value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    issues.push({ line: firstLine, message: `This is no YAML: ${(error as Error).message}` });
  }
  return { value, issues, lineOf: (path) => lineOf(document, path, lineAt) ?? firstLine };
}

function lineOf(
  document: Document.Parsed<ParsedNode>,
  path: PropertyKey[],
  lineAt: (offset: number) => number,
): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const inner = path.slice(0, length);
    const parent = document.getIn(inner.slice(0, -1), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => String((key as { value?: unknown }).value) === String(inner.at(-1)))
      : undefined;
    const node = pair?.key ?? document.getIn(inner, true);
    if (isNode(node) && node.range) return lineAt(node.range[0]);
  }
  return undefined;
}
