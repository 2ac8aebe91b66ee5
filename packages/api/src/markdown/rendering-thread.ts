import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { RenderedMarkdown } from "@letterpress/model/fields/markdown";
import { fail } from "../errors.ts";
import { awakeTimeout } from "./awake-timeout.ts";
import type { Rendering, RenderingAnswer } from "./rendering-worker.ts";

/** Milliseconds that a text may take while this process is awake. The longest sensible one takes half of them. */
const timeLimit = 5_000;

/** Milliseconds without a text after which the thread ends, and gives back its memory. */
const idleLimit = 60_000;

const resourceLimits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 };

const file = new URL("./rendering-worker.ts", import.meta.url);

/**
 * A thread that renders markdown, one text after the other, so that no text holds up or ends the process. It starts
 * with the first text, is replaced when one exceeds its limits, and keeps no process alive.
 *
 * The function that is returned throws `BAD_INPUT` where a text takes longer than 5 seconds, more memory than there is
 * for it, or is nested too deeply, and `TOO_MANY_ATTEMPTS` where `maxTexts` are in work or wait.
 */
export function renderingThread(maxTexts = Number.POSITIVE_INFINITY) {
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let texts = 0;
  let last: Promise<unknown> = Promise.resolve();

  return async (source: string, images: Rendering["images"]): Promise<RenderedMarkdown> => {
    if (texts >= maxTexts) fail("TOO_MANY_ATTEMPTS", { retryAfterSeconds: timeLimit / 1_000 });
    texts++;
    const rendering = last.then(() => render({ source, images })).finally(() => texts--);
    last = rendering.catch(() => {});
    return rendering;
  };

  async function render(text: Rendering): Promise<RenderedMarkdown> {
    clearTimeout(idle);
    const answer = await ask(text);
    if (answer.kind === "failed") throw answer.error;
    if (answer.kind === "too deep")
      return refuse("is nested too deeply: use fewer quotes, lists or HTML elements within each other.");
    return answer.rendered;
  }

  async function ask(text: Rendering): Promise<RenderingAnswer> {
    let limit: ReturnType<typeof awakeTimeout> | undefined;
    try {
      thread ??= await start();
      thread.ref();
      thread.postMessage(text);
      limit = awakeTimeout(timeLimit);
      const [answer] = await once(thread, "message", { signal: limit.signal });
      thread.unref();
      idle = setTimeout(stop, idleLimit).unref();
      return answer;
    } catch (error) {
      await stop();
      const { name, code } = error as NodeJS.ErrnoException;
      if (name === "AbortError")
        return refuse("takes too long to render: divide it, and nest lists, quotes and HTML less.");
      if (code === "ERR_WORKER_OUT_OF_MEMORY")
        return refuse("takes too much memory to render: divide it, and nest lists, quotes and HTML less.");
      throw error;
    } finally {
      limit?.stop();
    }
  }

  async function stop() {
    const stopped = thread;
    thread = undefined;
    await stopped?.terminate();
  }
}

async function start(): Promise<Worker> {
  // It needs neither the settings of this process nor the flags that it was started with.
  const thread = new Worker(file, { env: {}, execArgv: [], resourceLimits });
  // A failure is heard where the text waits for its answer; unheard, it would end the process.
  thread.on("error", () => {});
  await once(thread, "message");
  return thread;
}

function refuse(what: string): never {
  return fail("BAD_INPUT", { issues: [{ path: "", message: `This text ${what}` }] });
}
