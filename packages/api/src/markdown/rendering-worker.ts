import { parentPort } from "node:worker_threads";
import type { RenderedMarkdown } from "@letterpress/model/fields/markdown";
import { markdownPipeline } from "./markdown-pipeline.ts";
import type { KnownImage } from "./prepare-images.ts";

// The other side of rendering-thread.ts, which sends one text and waits for its answer before it sends the next.

export interface Rendering {
  source: string;
  images: ReadonlyMap<string, KnownImage>;
}

export type RenderingAnswer =
  | { kind: "rendered"; rendered: RenderedMarkdown }
  | { kind: "too deep" }
  | { kind: "failed"; error: unknown };

parentPort?.on("message", async ({ source, images }: Rendering) => {
  parentPort?.postMessage(await answerTo(source, images));
});
parentPort?.postMessage("ready");

async function answerTo(source: string, images: Rendering["images"]): Promise<RenderingAnswer> {
  try {
    return { kind: "rendered", rendered: await markdownPipeline(source, images) };
  } catch (error) {
    // The parsers and the tree walkers recurse: nesting is what exhausts their stack.
    if (error instanceof RangeError) return { kind: "too deep" };
    return { kind: "failed", error };
  }
}
