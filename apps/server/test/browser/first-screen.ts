import type { Page } from "playwright-core";

/** What a browser saw of a page that it opened with its style sheet held back until something was drawn. */
interface FirstScreen {
  /** Bytes of the page up to the end of the tag of its largest element. */
  bytesToLargest: number;
  /** How far things moved, as browsers count it. */
  shift: number;
}

// A tag as a whole; attribute values may contain anything.
const attributes = `(?:"[^"]*"|'[^']*'|[^>"'])*>`;

/** Never resolves if the page is not drawn without its style sheet. */
export async function openFirstScreen(page: Page, url: string): Promise<FirstScreen> {
  await page.addInitScript(watch);
  const drawn = Promise.withResolvers<void>();
  await page.route("**/rest-*.css", async (route) => {
    await drawn.promise;
    await route.continue();
  });
  const response = await page.goto(url, { waitUntil: "commit" });
  const html = (await response?.text()) ?? "";
  await page.evaluate(firstPaint);
  drawn.resolve();
  await page.waitForLoadState("load");
  const { tag, index, shift } = (await page.evaluate(seen)) as { tag: string; index: number; shift: number };
  const tags = [...html.matchAll(new RegExp(`<${tag}(?=[\\s>/])${attributes}`, "g"))];
  const largest = tags[index];
  if (!largest) throw new Error(`The page has no ${index + 1}th <${tag}>.`);
  return { bytesToLargest: Buffer.byteLength(html.slice(0, largest.index + largest[0].length)), shift };
}

// Run in the page, and so in text.
const watch = `
  globalThis.seen = { largest: null, shift: 0 };
  new PerformanceObserver((list) => {
    for (const { element } of list.getEntries()) if (element) seen.largest = element;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) seen.shift += value;
  }).observe({ type: "layout-shift", buffered: true });
`;

const firstPaint = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length > 0) resolve();
  }).observe({ type: "paint", buffered: true });
})`;

const seen = `(async () => {
  await document.fonts.ready;
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  while (!seen.largest) await frame();
  await frame();
  const tag = seen.largest.localName;
  return { tag, index: [...document.getElementsByTagName(tag)].indexOf(seen.largest), shift: seen.shift };
})()`;
