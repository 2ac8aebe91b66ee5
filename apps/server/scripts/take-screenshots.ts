import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchBrowser, openPage } from "../test/browser/launch-browser.ts";
import { freePort, startServer } from "../test/running-server.ts";
import { owner } from "../test/test-owner.ts";

// Takes the pictures of the README, of the example publication. Run it when npm start has built everything:
// npx pnpm --filter @letterpress/server screenshots

const folder = fileURLToPath(new URL("../../../docs/screenshots/", import.meta.url));
const dataDir = await mkdtemp(join(tmpdir(), "letterpress-screenshots-"));
await chmod(dataDir, 0o755);
const server = await startServer({
  PORT: await freePort(),
  HOST: "127.0.0.1",
  LETTERPRESS_DATA: dataDir,
  LETTERPRESS_OWNER_EMAIL: owner.email,
  LETTERPRESS_OWNER_PASSWORD: owner.password,
});
const browser = await launchBrowser();
await mkdir(folder, { recursive: true });
try {
  const { page } = await openPage(browser, { viewport: { width: 1280, height: 860 } });
  await page.goto(server.url, { waitUntil: "networkidle" });
  await page.screenshot({ path: join(folder, "site.png") });

  await page.goto(`${server.url}/studio`);
  await page.getByLabel("Email address").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Articles" }).click();
  await page.getByRole("link", { name: /The other voice/ }).click();
  await page.getByRole("textbox", { name: "Body" }).waitFor();
  // The network is never idle here: the Studio follows what happens.
  await page.getByText("…", { exact: true }).last().waitFor({ state: "detached" });
  await page.locator("main img").first().waitFor();
  await page.screenshot({ path: join(folder, "studio.png") });
} finally {
  await browser.close();
  server.child.kill("SIGTERM");
  await server.ended;
  await rm(dataDir, { recursive: true, force: true });
}
