import { EditorState, type TransactionSpec } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import {
  cycleHeading,
  insertLink,
  toggleCode,
  toggleMark,
  togglePrefix,
} from "../../src/studio/markdown/marks.ts";

/** Applies a tool to a text in which `<` and `>` stand at the ends of the selection. */
function applied(marked: string, tool: (state: EditorState) => TransactionSpec): string {
  const anchor = marked.indexOf("<");
  const head = marked.indexOf(">") - 1;
  const doc = marked.replace(/[<>]/g, "");
  const state = EditorState.create({ doc, selection: { anchor, head } });
  const after = state.update(tool(state)).state;
  const { from, to } = after.selection.main;
  const text = after.doc.toString();
  return `${text.slice(0, from)}<${text.slice(from, to)}>${text.slice(to)}`;
}

describe("formatting tools", () => {
  it("a mark goes around the selection, and off it again", () => {
    expect(applied("a <word> b", (state) => toggleMark(state, "**"))).toBe("a **<word>** b");
    expect(applied("a **<word>** b", (state) => toggleMark(state, "**"))).toBe("a <word> b");
  });

  it("a single mark does not take half of a double one", () => {
    expect(applied("**<word>**", (state) => toggleMark(state, "*"))).toBe("***<word>***");
  });

  it("without a selection one goes on writing inside the mark", () => {
    expect(applied("a <>", (state) => toggleMark(state, "_"))).toBe("a _<>_");
  });

  it("a prefix goes before every selected line, and off all of them", () => {
    expect(applied("<one\ntwo>", (state) => togglePrefix(state, "- "))).toBe("- <one\n- two>");
    expect(applied("<- one\n- two>", (state) => togglePrefix(state, "- "))).toBe("<one\ntwo>");
  });

  it("on an empty line one goes on writing behind the prefix", () => {
    expect(applied("<>", (state) => togglePrefix(state, "> "))).toBe("> <>");
    expect(applied("<>", cycleHeading)).toBe("## <>");
  });

  it("headings go round, and never to the first level", () => {
    expect(applied("<>Title", cycleHeading)).toBe("## <>Title");
    expect(applied("## <>Title", cycleHeading)).toBe("### <>Title");
    expect(applied("### <>Title", cycleHeading)).toBe("<>Title");
    expect(applied("# <>Title", cycleHeading)).toBe("<>Title");
  });

  it("a link waits for its address, a pasted address for its words", () => {
    expect(applied("see <this>", insertLink)).toBe("see [this](<https://>)");
    expect(applied("<https://a.example/b>", insertLink)).toBe("[<>](https://a.example/b)");
  });

  it("code is a mark within a line, a fence around several", () => {
    expect(applied("a <b> c", toggleCode)).toBe("a `<b>` c");
    expect(applied("<one\ntwo>", toggleCode)).toBe("```<>\none\ntwo\n```");
  });
});
