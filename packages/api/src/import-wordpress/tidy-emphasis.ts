import type { Link, Parents, PhrasingContent, Root } from "mdast";

type Marked = Extract<PhrasingContent, { type: "emphasis" | "strong" | "delete" }>;

const TAGS = { emphasis: "em", strong: "strong", delete: "del" } as const;

/**
 * Makes emphasis fit for asterisks: no spaces inside its ends, none inside its own kind, no two in a row. Where asterisks
 * next to letters or punctuation would not be understood (often in Chinese, Japanese and Korean), it becomes HTML tags.
 */
export function tidyEmphasis(tree: Root): void {
  tidyParent(tree, new Set());
}

function tidyParent(node: Parents, around: ReadonlySet<string>): void {
  const children = tidyChildren(node.children as PhrasingContent[], around);
  (node as { children: PhrasingContent[] }).children = isMarked(node)
    ? children
    : writeTags(children, "", "");
}

function tidyChildren(nodes: PhrasingContent[], around: ReadonlySet<string>): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    if (node.type === "inlineCode") {
      const value = node.value.replace(/\s+/g, " ");
      if (value.trim()) append(result, { ...node, value });
      else if (value) append(result, { type: "text", value: " " });
    } else if (!("children" in node)) {
      append(result, node);
    } else if (node.type === "link") {
      for (const part of withSpacesOutside(node, writeTags(tidyChildren(node.children, around), "", "")))
        append(result, part);
    } else if (!isMarked(node)) {
      tidyParent(node, around);
      append(result, node);
    } else {
      const inside = tidyChildren(node.children, new Set([...around, node.type]));
      if (around.has(node.type)) for (const child of inside) append(result, child);
      else for (const part of withSpacesOutside(node, inside)) append(result, part);
    }
  }
  return result;
}

function append(nodes: PhrasingContent[], node: PhrasingContent): void {
  const last = nodes.at(-1);
  if (last?.type === "text" && node.type === "text") {
    nodes[nodes.length - 1] = { type: "text", value: last.value + node.value };
  } else if (last?.type === "inlineCode" && node.type === "inlineCode") {
    nodes[nodes.length - 1] = { type: "inlineCode", value: last.value + node.value };
  } else if (last && isMarked(last) && last.type === node.type) {
    for (const child of (node as Marked).children) append(last.children, child);
  } else {
    nodes.push(node);
  }
}

function withSpacesOutside(node: Marked | Link, children: PhrasingContent[]): PhrasingContent[] {
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  const inside = [...children];
  for (let first = inside[0]; first; first = inside[0]) {
    if (first.type === "text") {
      const kept = first.value.trimStart();
      if (kept.length < first.value.length) {
        before.push({ type: "text", value: first.value.slice(0, first.value.length - kept.length) });
      }
      if (kept) {
        inside[0] = { type: "text", value: kept };
        break;
      }
    } else if (first.type === "break") {
      before.push(first);
    } else {
      break;
    }
    inside.shift();
  }
  for (let last = inside.at(-1); last; last = inside.at(-1)) {
    if (last.type === "text") {
      const kept = last.value.trimEnd();
      if (kept.length < last.value.length)
        after.unshift({ type: "text", value: last.value.slice(kept.length) });
      if (kept) {
        inside[inside.length - 1] = { type: "text", value: kept };
        break;
      }
    } else if (last.type === "break") {
      after.unshift(last);
    } else {
      break;
    }
    inside.pop();
  }
  return [
    ...before,
    ...(inside.length > 0 ? [{ ...node, children: inside } as PhrasingContent] : []),
    ...after,
  ];
}

/** `before` and `after` are the characters on either side, empty at an end of the paragraph. */
function writeTags(nodes: PhrasingContent[], before: string, after: string): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  nodes.forEach((node, index) => {
    if (!isMarked(node)) {
      result.push(node);
      return;
    }
    const previous = index === 0 ? before : edge(result.at(-1), "end");
    const next = index === nodes.length - 1 ? after : edge(nodes[index + 1], "start");
    if (isUnderstood(node, previous, next)) {
      result.push({ ...node, children: writeTags(node.children, previous, next) } as Marked);
    } else {
      result.push({ type: "html", value: `<${TAGS[node.type]}>` }, ...writeTags(node.children, ">", "<"), {
        type: "html",
        value: `</${TAGS[node.type]}>`,
      });
    }
  });
  return result;
}

/** CommonMark's rule for delimiter runs that open and close. */
function isUnderstood(node: Marked, previous: string, next: string): boolean {
  const first = edge(node.children[0], "start", true);
  const last = edge(node.children.at(-1), "end", true);
  const opens = !isPunctuation(first) || previous === "" || isSpace(previous) || isPunctuation(previous);
  const closes = !isPunctuation(last) || next === "" || isSpace(next) || isPunctuation(next);
  return opens && closes && !/[*_~]/.test(previous + next);
}

/** The character that a node's markdown begins or ends with; for emphasis the asterisk, or what is `within` it. */
function edge(node: PhrasingContent | undefined, side: "start" | "end", within = false): string {
  if (!node || node.type === "break") return "";
  if (node.type === "text")
    return (side === "start" ? [...node.value.slice(0, 2)][0] : [...node.value.slice(-2)].at(-1)) ?? "";
  if (isMarked(node))
    return within ? edge(side === "start" ? node.children[0] : node.children.at(-1), side, true) : "*";
  return "`";
}

function isMarked(node: Parents | PhrasingContent): node is Marked {
  return node.type === "emphasis" || node.type === "strong" || node.type === "delete";
}

function isSpace(character: string): boolean {
  return /\s/u.test(character);
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}
