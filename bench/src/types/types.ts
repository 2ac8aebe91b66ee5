import { stat } from "node:fs/promises";
import { checkConsumer } from "./check-consumer.ts";
import { editInEditor } from "./edit-in-editor.ts";
import { layOut } from "./lay-out.ts";

/** Measures what the types of a client of 50 content types cost those who use it, and prints it. */
export async function types(): Promise<void> {
  await using app = await layOut();
  const { size } = await stat(app.declarations);
  const checked = await checkConsumer(app.folder);
  const { hover, ...editor } = await editInEditor(app.folder);
  console.table({
    "types of the client (KB)": { measured: Math.round(size / 1000), budget: 300 },
    "instantiations, libraries included": { measured: checked.instantiations, budget: 250_000 },
    "check of the app and its libraries (ms)": { measured: checked.total, budget: 1_500 },
    "memory of the check (MB)": { measured: checked.memory },
    "first completions of press.content (ms)": { measured: Math.round(editor.firstCompletions) },
    "later completions (ms)": { measured: Math.round(editor.completions) },
    "types that they offer": { measured: editor.offered },
  });
  console.log(hover);
}
