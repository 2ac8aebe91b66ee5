import { type Browser, type BrowserContextOptions, chromium as playwright } from "playwright-core";
import { chromiumPath } from "./chromium-path.ts";

// Not the arguments that the package proposes: they switch off what keeps sites apart, and one context's end ends all.
const args = [
  "--no-sandbox",
  "--font-render-hinting=none",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

/** The Chromium that comes in an npm package. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: await chromiumPath(), args, headless: true });
}

/** A page of a browser of its own (no cookies), which keeps what goes wrong in it. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ locale: "en-GB", ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    // A refused call is answered in the page; the browser reports it as well.
    if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
      problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  return { page, problems };
}
