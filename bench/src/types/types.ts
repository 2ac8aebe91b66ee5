import { stat } from "node:fs/promises";
import { checkConsumer } from "./check-consumer.ts";
import { editInEditor } from "./edit-in-editor.ts";
import { layOut } from "./lay-out.ts";

/** Measures what the types of a client of 50 content types cost those who use it, and prints it. */
export async function types(): Promise<void> {
  await using app = await layOut();
  const { size } = await stat(app.declarations);
  const checked = await checkConsumer(app.folder);
  const libraries = await checkConsumer(app.folder, ["--skipLibCheck", "false"]);
  const { hover, ...editor } = await editInEditor(app.folder);
  console.table({
    "types of the client (KB)": { measured: Math.round(size / 1000), budget: 300 },
    instantiations: { measured: checked.instantiations, budget: 250_000 },
    "instantiations, libraries checked too": { measured: libraries.instantiations },
    "check of the app (ms)": { measured: checked.total, budget: 1_500 },
    "check, libraries checked too (ms)": { measured: libraries.total },
    "memory of the check (MB)": { measured: checked.memory },
    "first completions of press.content (ms)": { measured: Math.round(editor.firstCompletions) },
    "later completions (ms)": { measured: Math.round(editor.completions) },
    "types that they offer": { measured: editor.offered },
  });
  console.log(hover);
}
