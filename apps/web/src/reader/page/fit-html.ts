import { wording } from "../wording.ts";

/** A tag as a whole. Attribute values may contain anything, so they are stepped over. */
const anyTag = /<\/?([a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^>"'])*>/g;
/** The same of those tags that are changed. */
const changedTag = /<\/?(table|h1|input)(?![a-z0-9])(?:"[^"]*"|'[^']*'|[^>"'])*>/g;

/** An attribute value with something like a tag in it, or a text that looks like one. */
const hasTagInValue = /="[^"]*<|='[^']*</;

const tableBox = `<div class="table-box" role="group" aria-label="${wording.table}" tabindex="0">`;

/**
 * Makes rendered markdown part of a page: tables get a box that scrolls on narrow screens, first-level headings step
 * down, because the title is the page's only one, and the boxes of task lists say their state.
 */
export function fitHtml(html: string): string {
  // Looking at every tag takes a fifth of the time that a page takes, and few texts need it.
  const tags = hasTagInValue.test(html) ? anyTag : changedTag;
  return html.replace(tags, (tag, name: string) => {
    if (name === "table") return tag.startsWith("</") ? `${tag}</div>` : `${tableBox}${tag}`;
    if (name === "h1") return tag.replace("h1", "h2");
    if (name === "input") return tag.replace("input", `input aria-label="${stateOf(tag)}"`);
    return tag;
  });
}

function stateOf(checkbox: string): string {
  return /\schecked[\s>]/.test(checkbox) ? wording.done : wording.notDone;
}
