import { execFile } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import type { LetterpressError } from "../../src/errors.ts";
import { renderMarkdown } from "../../src/markdown/render-markdown.ts";
import { renderingThread } from "../../src/markdown/rendering-thread.ts";

/** What costs markdown parsers the most: each level is looked at in each line. */
const endless = Array.from({ length: 700 }, (_, level) => `${"  ".repeat(level)}- x`).join("\n");
const code = `\`\`\`ts\n${"const a = { b: [1, 2, 'x'], c: () => new Map() };\n".repeat(1_000)}\`\`\``;

const refusal = async (rendering: Promise<unknown>) => {
  const error = await rendering.then(
    () => expect.fail("It was rendered."),
    (reason: unknown) => reason as LetterpressError<"BAD_INPUT">,
  );
  return { code: error.errorCode, message: error.details?.issues[0]?.message };
};

test("while a long text is rendered, everybody else is served", async () => {
  await renderMarkdown("started");
  const rendering = renderMarkdown(code).then(() => "rendered");
  expect(await Promise.race([rendering, delay(5, "something else was done")])).toBe(
    "something else was done",
  );
  expect(await rendering).toBe("rendered");
});

describe("a text that costs too much is refused with what to do", () => {
  test("after five seconds, and the next text is rendered", async () => {
    const started = performance.now();
    const [refused, next] = await Promise.all([
      refusal(renderMarkdown(endless)),
      renderMarkdown("*next*").then(({ html }) => html),
    ]);
    expect(refused).toEqual({
      code: "BAD_INPUT",
      message: expect.stringContaining("takes too long to render"),
    });
    expect(next).toBe("<p><em>next</em></p>");
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test.each([
    ["quotes", `${"> ".repeat(20_000)}x`],
    ["HTML", "<div>".repeat(60_000)],
  ])("when its %s are nested without end", async (_what, source) => {
    const { code, message } = await refusal(renderMarkdown(source));
    expect(code).toBe("BAD_INPUT");
    expect(message).toMatch(/nested too deeply|takes too (long|much memory)/);
  });
});

test("texts that come at once are rendered one after the other", async () => {
  const render = renderingThread();
  const order: number[] = [];
  await Promise.all(
    [code, "b", "c"].map((source, index) => render(source, new Map()).then(() => order.push(index))),
  );
  expect(order).toEqual([0, 1, 2]);
});

test("more texts than may wait are refused at once, and the rest are rendered", async () => {
  const render = renderingThread(2);
  const answers = await Promise.allSettled(["a", "b", "c"].map((source) => render(source, new Map())));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
  expect(answers[2]).toMatchObject({ reason: { errorCode: "TOO_MANY_ATTEMPTS" } });
  expect((await render("d", new Map())).text).toBe("d");
});

test("a process that has rendered ends by itself", async () => {
  const file = new URL("../../src/markdown/render-markdown.ts", import.meta.url);
  const script = `import { renderMarkdown } from "${file}"; console.log((await renderMarkdown("*x*")).html)`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
    timeout: 15_000,
  });
  expect(stdout).toBe("<p><em>x</em></p>\n");
});
