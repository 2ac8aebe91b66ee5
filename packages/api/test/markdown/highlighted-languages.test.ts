import { bundledLanguagesInfo } from "shiki";
import { expect, test } from "vitest";
import { highlightedLanguages } from "../../src/markdown/highlighted-languages.ts";
import { renderMarkdown } from "../../src/markdown/render-markdown.ts";

const block = (language: string, code = "let a = 1;") => `\`\`\`${language}\n${code}\n\`\`\`\n`;
const highlighted = async (source: string) =>
  /<span style="--shiki/.test((await renderMarkdown(source)).html);

test("languages that people write in are highlighted, by every name they have", async () => {
  for (const name of ["typescript", "ts", "js", "py", "sh", "bash", "c++", "c#", "yml", "dockerfile"])
    expect(await highlighted(block(name)), name).toBe(true);
});

test("a text that names every language there is costs no more than those of the list", async () => {
  const all = bundledLanguagesInfo.map(({ id }) => id);
  expect(all.length).toBeGreaterThan(200);
  const { html } = await renderMarkdown(all.map((id) => block(id, id)).join("\n"));
  const text = html.match(/class="language-text"/g) ?? [];
  const chosen = all.filter((id) => id in highlightedLanguages);
  expect(chosen.length).toBeLessThan(50);
  expect(text).toHaveLength(all.length - chosen.length);
  for (const id of ["abap", "wolfram", "emacs-lisp"]) expect(html).toContain(`<span>${id}</span>`);
});

test("code beyond 60,000 characters of a text stays plain, and whole", async () => {
  const line = "const a = 1;\n";
  const long = block("ts", line.repeat(5_000));
  const { html } = await renderMarkdown(`${block("ts")}\n${long}\n${block("ts", "const last = 1;")}`);
  expect(html.match(/class="language-ts"/g)).toHaveLength(2);
  expect(html.match(/const a = 1;/g)).toHaveLength(5_000);
});
