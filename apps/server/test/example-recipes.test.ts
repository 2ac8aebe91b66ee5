import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runScript } from "./run-script.ts";
import { freePort, startServer } from "./running-server.ts";
import { signedInClient } from "./test-app.ts";
import { owner } from "./test-owner.ts";
import { useServers } from "./use-servers.ts";

const recipes = (file: string) =>
  fileURLToPath(new URL(`../../../examples/recipes/src/${file}`, import.meta.url));
const servers = useServers();

test("the recipes are a publication of their own: procedures, filters, pages", {
  timeout: 60_000,
}, async () => {
  const settings = {
    ...(await servers.settings()),
    PORT: await freePort(),
    LETTERPRESS_OWNER_EMAIL: owner.email,
    LETTERPRESS_OWNER_PASSWORD: owner.password,
  };
  const server = await startServer(settings, recipes("start.ts"));
  servers.keep(server);
  expect(server.output()).toContain("The Galley is at");

  const { apiKeys } = await signedInClient(server.url);
  const { token: apiKey } = await apiKeys.create({ name: "recipes", scope: "write" });
  const written = await runScript(recipes("write-recipes.ts"), [], {
    PRESS_URL: server.url,
    LETTERPRESS_API_KEY: apiKey,
  });
  expect(written).toEqual({
    code: 0,
    output: [
      "Fennel salad, 10 minutes, by Iris Galley: fennel",
      "Iris Galley: Pea soup (It is better the day after.)",
      "Iris Galley: Fennel salad",
      "",
    ].join("\n"),
  });

  const page = await (await fetch(`${server.url}/recipes/pea-soup`)).text();
  for (const part of ["<h1>Pea soup</h1>", "split peas", "<em>two litres</em>", "Iris Galley"])
    expect(page).toContain(part);
  const home = await fetch(server.url);
  expect([home.status, await home.text()]).toEqual([200, expect.stringContaining("/recipes/fennel-salad")]);
});
