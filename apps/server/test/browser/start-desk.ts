import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, type PressClient } from "@letterpress/client";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { freePort, startServer } from "../running-server.ts";
import { owner } from "../test-owner.ts";
import { launchBrowser, openPage } from "./launch-browser.ts";

/** The Studio of the example publication as its owner has it open, and somebody else who works beside them. */
export interface Desk {
  url: string;
  browser: Browser;
  session: Awaited<ReturnType<BrowserContext["storageState"]>>;
  /** Somebody else, by an API key. */
  other: PressClient;
  /** Opens a screen of the Studio, signed in. */
  open(path: string): ReturnType<typeof openPage>;
  /** A tag: the type with the fewest fields. */
  makeTag(name: string): ReturnType<PressClient["entries"]["tag"]["create"]>;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function startDesk(): Promise<Desk> {
  const dataDir = await mkdtemp(join(tmpdir(), "letterpress-desk-"));
  await chmod(dataDir, 0o755);
  const settings = {
    PORT: await freePort(),
    HOST: "127.0.0.1",
    LETTERPRESS_DATA: dataDir,
    LETTERPRESS_OWNER_EMAIL: owner.email,
    LETTERPRESS_OWNER_PASSWORD: owner.password,
  };
  const [server, browser] = await Promise.all([startServer(settings), launchBrowser()]);
  const { url } = server;
  const session = await signIn(browser, url);
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const me = createClient({ url, headers: { cookie, origin: url } });
  const { token } = await me.apiKeys.create({ name: "Beside", scope: "write" });
  const other = createClient({ url, apiKey: token });
  return {
    url,
    browser,
    session,
    other,
    async open(path) {
      const opened = await openPage(browser, { storageState: session });
      await opened.page.goto(`${url}/studio${path}`);
      await opened.page.getByRole("heading", { level: 1 }).waitFor();
      return opened;
    },
    makeTag: (name) => other.entries.tag.create({ fields: { name } }),
    async [Symbol.asyncDispose]() {
      await browser.close();
      server.child.kill("SIGTERM");
      await server.ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function signIn(browser: Browser, url: string) {
  const { page } = await openPage(browser);
  await page.goto(`${url}/studio`);
  await page.getByLabel("Email address").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Articles" }).waitFor();
  const session = await page.context().storageState();
  await page.context().close();
  return session;
}

/** An item of the list of a screen: not a message about it, which is an item of a list as well. */
export const row = (page: Page, title: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: title });
