import { expect, test } from "vitest";
import { memoryPress } from "./memory-press.ts";
import { readPage } from "./read-page.ts";
import { event, image } from "./test-entries.ts";

// A field of JSON holds whatever an author gives it, also what looks like the output of another field.

async function read(data: unknown): Promise<string> {
  const press = memoryPress({ event: [event({ slug: "open-day", data })] });
  const { status, body } = await readPage(press, "/events/open-day");
  expect(status).toBe(200);
  return /<main[^>]*>(.*)<\/main>/s.exec(body)?.[1] ?? "";
}

test("data that looks like rendered markdown brings no script, style, frame or handler", async () => {
  const html = `<h2 id="text" onclick="x()">Hi</h2><script src="/media/x.js"></script><iframe src="https://x.example"></iframe>
<p style="position:fixed">a</p><span style="--shiki-light:#fff;position:fixed">b</span><a href="javascript:x()">c</a><form action="/trpc"><input></form>`;
  const body = await read({ source: "", html, text: "Hi", toc: [] });
  expect(body).toContain("Hi");
  expect(body).not.toMatch(/<script|<iframe|<form|onclick|position|javascript|id="text"/);
});

test("what rendering adds to markdown stays: highlighted code, anchors, sizes of pictures", async () => {
  const html = `<h2 id="h-code">Code<a href="#h-code" class="anchor" aria-label="Link to “Code”">#</a></h2>
<pre class="shiki shiki-themes github-light-high-contrast github-dark" style="--shiki-light:#0e1116;--shiki-dark:#e1e4e8;--shiki-light-bg:#ffffff;--shiki-dark-bg:#24292e" tabindex="0"><code class="language-ts"><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#F97583;--shiki-light-font-style:italic">const</span></span></code></pre>
<p><img src="/media/a/1.webp" alt="Ink" loading="lazy" decoding="async" width="10" height="20" srcset="/media/a/1.webp 320w" sizes="92vw"></p>`;
  const body = await read({ source: "", html, text: "Code", toc: [] });
  expect(body).toContain(html);
});

test.each([
  ["a picture without sizes", { ...image, focalPoint: undefined }],
  ["a picture with odd variants", { ...image, variants: [null] }],
  ["a file of another host", fileAt("//other.example/x")],
  ["a file that is a script", fileAt("javascript:alert(1)")],
  ["a reference to no type", { type: "toString", id: "01a20851-0db6-732e-b510-7e42e7df5e87" }],
  ["a reference to a type that is not there", { type: "nobody", id: "01a20851-0db6-732e-b510-7e42e7df5e87" }],
  ["a place off the map", { lat: 91, lng: 5 }],
])("data like %s neither fails the page nor becomes a link", async (_name, data) => {
  const body = await read(data);
  expect(body).toContain("<h1>Open day</h1>");
  expect(body).not.toMatch(/<a |<img/);
});

test("a file elsewhere is a link that names its host, and no download", async () => {
  const body = await read(fileAt("https://other.example/x"));
  expect(body).toContain('<a href="https://other.example/x" rel="external"');
  expect(body).not.toContain("download");
});

test("data that is nested deeper than any group is code", async () => {
  let data: unknown = "deep";
  for (let depth = 0; depth < 60; depth++) data = { inner: data };
  const body = await read(data);
  expect(body).toContain("deep&quot;");
  expect(body).toContain('<details class="json">');
  expect(body).not.toMatch(/<h[789]/);
});

function fileAt(url: string) {
  return { id: "file", url, filename: "Plan.pdf", mimeType: "application/pdf", size: 10 };
}
