import type { EditorView } from "@codemirror/view";
import type { CallError } from "@letterpress/client";
import { uploadAsset } from "../assets/upload-asset.ts";
import { pictureMarkdown } from "./picture-markdown.ts";
import { addUpload, removeUpload, uploadPosition } from "./uploads-in-text.ts";

let lastId = 0;

/** Uploads pictures and writes each into the text where it was dropped. Gives back what went wrong. */
export async function uploadIntoText(view: EditorView, files: File[], pos: number): Promise<CallError[]> {
  const uploads = files.map((file) => {
    lastId += 1;
    return { file, id: lastId };
  });
  view.dispatch({ effects: uploads.map(({ file, id }) => addUpload.of({ id, pos, filename: file.name })) });
  const problems: CallError[] = [];
  for (const { file, id } of uploads) {
    const result = await uploadAsset(file, { kind: "image" });
    const at = uploadPosition(view, id);
    if (!result.ok) problems.push(result.error);
    if (result.ok && result.data.kind === "image" && at !== null) insertPicture(view, result.data, at);
    view.dispatch({ effects: removeUpload.of(id) });
  }
  return problems;
}

/** Writes a picture into the text; where it has no description yet, the cursor waits in the place for one. */
export function insertPicture(view: EditorView, asset: { url: string; alt: string }, at: number): void {
  const line = view.state.doc.lineAt(at);
  // A picture stands in a paragraph of its own.
  const before = line.text.slice(0, at - line.from).trim() === "" ? "" : "\n\n";
  const after = line.text.slice(at - line.from).trim() === "" ? "" : "\n\n";
  const insert = before + pictureMarkdown(asset) + after;
  const cursor = at + (asset.alt === "" ? before.length + 2 : insert.length);
  view.dispatch({ changes: { from: at, insert }, selection: { anchor: cursor }, userEvent: "input.paste" });
  view.focus();
}
