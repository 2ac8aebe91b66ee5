import { type ChangeSpec, EditorSelection, type EditorState, type TransactionSpec } from "@codemirror/state";

/** Puts a mark such as `**` around each selection, or takes it away where it stands already. */
export function toggleMark(state: EditorState, mark: string): TransactionSpec {
  const change = state.changeByRange((range) => {
    const { from, to } = range;
    const before = state.sliceDoc(from - mark.length, from);
    const after = state.sliceDoc(to, to + mark.length);
    // `*` inside `**` is half of another mark, not a mark of its own.
    const isPartOfLonger = state.sliceDoc(from - mark.length - 1, from - mark.length) === mark[0];
    if (before === mark && after === mark && !(mark.length === 1 && isPartOfLonger))
      return {
        changes: [
          { from: from - mark.length, to: from },
          { from: to, to: to + mark.length },
        ],
        range: EditorSelection.range(from - mark.length, to - mark.length),
      };
    return {
      changes: [
        { from, insert: mark },
        { from: to, insert: mark },
      ],
      range: EditorSelection.range(from + mark.length, to + mark.length),
    };
  });
  return { ...change, userEvent: "input", scrollIntoView: true };
}

/** Puts a prefix such as `> ` before each selected line, or takes it away where every one has it. */
export function togglePrefix(state: EditorState, prefix: string): TransactionSpec {
  const lines = selectedLines(state);
  const isPrefixed = lines.every((line) => line.text.startsWith(prefix));
  const changes = lines.map(({ from }) =>
    isPrefixed ? { from, to: from + prefix.length } : { from, insert: prefix },
  );
  return atLineStarts(state, changes);
}

/** Goes round: no heading, `##`, `###`. The one first-level heading of a page is its title. */
export function cycleHeading(state: EditorState): TransactionSpec {
  const changes = selectedLines(state).map(({ from, text }) => {
    const hashes = /^(#{1,6})\s+/.exec(text);
    const next = hashes === null ? "## " : hashes[1] === "##" ? "### " : "";
    return { from, to: from + (hashes?.[0].length ?? 0), insert: next };
  });
  return atLineStarts(state, changes);
}

/** Makes a link of the selection, with the address selected to be typed over. */
export function insertLink(state: EditorState): TransactionSpec {
  const change = state.changeByRange(({ from, to }) => {
    const text = state.sliceDoc(from, to);
    const isAddress = /^https?:\/\/\S+$/.test(text);
    const insert = isAddress ? `[](${text})` : `[${text}](https://)`;
    const range =
      isAddress || text === ""
        ? EditorSelection.cursor(from + 1)
        : EditorSelection.range(from + text.length + 3, from + insert.length - 1);
    return { changes: { from, to, insert }, range };
  });
  return { ...change, userEvent: "input", scrollIntoView: true };
}

/** Several lines become a fenced block, less than a line is marked within its sentence. */
export function toggleCode(state: EditorState): TransactionSpec {
  const { from, to } = state.selection.main;
  if (state.doc.lineAt(from).number === state.doc.lineAt(to).number) return toggleMark(state, "`");
  const start = state.doc.lineAt(from).from;
  const end = state.doc.lineAt(to).to;
  return {
    changes: [
      { from: start, insert: "```\n" },
      { from: end, insert: "\n```" },
    ],
    selection: EditorSelection.cursor(start + 3),
    userEvent: "input",
    scrollIntoView: true,
  };
}

/** A cursor at the start of a line goes behind what is put there. */
function atLineStarts(state: EditorState, specs: ChangeSpec): TransactionSpec {
  const changes = state.changes(specs);
  return { changes, selection: state.selection.map(changes, 1), userEvent: "input", scrollIntoView: true };
}

function selectedLines(state: EditorState) {
  const numbers = new Set<number>();
  for (const { from, to } of state.selection.ranges)
    for (let line = state.doc.lineAt(from).number; line <= state.doc.lineAt(to).number; line++)
      numbers.add(line);
  return [...numbers].map((number) => state.doc.line(number));
}
