import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { median } from "../median.ts";
import { tsc } from "./check-consumer.ts";

/** What somebody waits for who writes in the app, in milliseconds. */
export interface EditorFigures {
  /** The first list of completions after the editor was opened. */
  firstCompletions: number;
  /** Each later one, after a letter more was typed. */
  completions: number;
  /** How many content types they offer. */
  offered: number;
  /** What the pointer over an item of a list shows. */
  hover: string;
}

const text = `import { createClient } from "@letterpress/client";

const press = createClient({ url: "http://localhost" });
const { items } = await press.content.type1.list();
const first = items[0];
const named = (await press.content.type1.list({ select: { title: true }, include: { author: true } })).items[0];
console.log(first, named);
press.content.`;

const repeats = 15;

/** Opens a file in the language server of TypeScript, asks for completions of `press.content.` and for a hover. */
export async function editInEditor(folder: string): Promise<EditorFigures> {
  const server = spawn(process.execPath, [tsc, "--lsp", "--stdio"], { cwd: folder, stdio: "pipe" });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  // The server asks for settings and to be told of changed files; defaults will do.
  connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.onRequest(() => null);
  connection.listen();
  try {
    const uri = pathToFileURL(join(folder, "editor.ts")).href;
    const rootUri = pathToFileURL(folder).href;
    await connection.sendRequest("initialize", { processId: process.pid, rootUri, capabilities });
    await connection.sendNotification("initialized", {});
    const document = { uri, languageId: "typescript", version: 1, text };
    await connection.sendNotification("textDocument/didOpen", { textDocument: document });
    const complete = async () => {
      const start = performance.now();
      const answer = await connection.sendRequest<Completions>(
        "textDocument/completion",
        at(uri, "press.content.", 14),
      );
      return { milliseconds: performance.now() - start, items: answer?.items ?? [] };
    };
    const first = await complete();
    const later: number[] = [];
    for (let version = 2; version < repeats + 2; version++) {
      const contentChanges = [{ text: `${text}\n// ${version}` }];
      await connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges,
      });
      later.push((await complete()).milliseconds);
    }
    const hover = await connection.sendRequest<Hover>("textDocument/hover", at(uri, "const first", 6));
    const named = await connection.sendRequest<Hover>("textDocument/hover", at(uri, "const named", 6));
    return {
      firstCompletions: first.milliseconds,
      completions: median(later),
      offered: first.items.filter(({ label }) => /^type\d+$/.test(label)).length,
      hover: [hover, named].map((one) => one?.contents.value ?? "nothing").join("\n"),
    };
  } finally {
    connection.dispose();
    server.kill();
  }
}

type Completions = { items: { label: string }[] } | null;
type Hover = { contents: { value: string } } | null;

const capabilities = { textDocument: { hover: { contentFormat: ["markdown"] } } };

/** A place in the text: some letters after the last line that starts with `start`. */
function at(uri: string, start: string, character: number) {
  const line = text.split("\n").findLastIndex((one) => one.startsWith(start));
  return { textDocument: { uri }, position: { line, character } };
}
