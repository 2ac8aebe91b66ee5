import { wording } from "../wording.ts";

/** A tag as a whole. Attribute values may contain anything, so they are stepped over. */
const tags = /<\/?([a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^>"'])*>/g;

const tableBox = `<div class="table-box" role="group" aria-label="${wording.table}" tabindex="0">`;

/**
 * Makes rendered markdown part of a page: tables get a box that scrolls on narrow screens, and its first-level
 * headings step down, because the title is the page's only one.
 */
export function fitHtml(html: string): string {
  return html.replace(tags, (tag, name: string) => {
    if (name === "table") return tag.startsWith("</") ? `${tag}</div>` : `${tableBox}${tag}`;
    if (name === "h1") return tag.replace("h1", "h2");
    return tag;
  });
}
