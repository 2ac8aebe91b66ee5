import type { PhrasingContent, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";

const ADDRESS =
  /\b(?:https?:\/\/|www\.(?=\w))[^\s<>"'`|\\^{}[\]\u201C\u201D\u2018\u2019]+|\b[\w.+-]{1,64}@(?:[a-z\d]+[.-])*[a-z\d]+\.[a-z\d]+\b/gi;

/**
 * Web and mail addresses in plain text become links, as GitHub's markdown would read them anyway: as text they would
 * have to be written with backslashes.
 */
export function linkAddresses(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === "link" || node.type === "linkReference") return SKIP;
    if (node.type !== "text" || index === undefined || !parent) return undefined;
    const parts = split(node.value);
    if (parts.length === 1 && parts[0]?.type === "text") return undefined;
    (parent.children as PhrasingContent[]).splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}

function split(text: string): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let copied = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(found[0]);
    if (address.endsWith("//")) continue;
    if (found.index > copied) parts.push({ type: "text", value: text.slice(copied, found.index) });
    parts.push({ type: "link", url: urlOf(address), children: [{ type: "text", value: address }] });
    copied = found.index + address.length;
  }
  if (copied < text.length || parts.length === 0) parts.push({ type: "text", value: text.slice(copied) });
  return parts;
}

function urlOf(address: string): string {
  if (address.includes("://")) return address;
  return address.startsWith("www.") ? `http://${address}` : `mailto:${address}`;
}

/** What ends the sentence is not part of the address; a bracket is, if it was opened in it. */
function withoutPunctuation(address: string): string {
  const cut = address.replace(/[.,;:!?*_~]+$/, "");
  const hasOpening = cut.split("(").length >= cut.split(")").length;
  return cut.endsWith(")") && !hasOpening ? withoutPunctuation(cut.slice(0, -1)) : cut;
}
