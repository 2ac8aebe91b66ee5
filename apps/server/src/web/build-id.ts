import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Deps } from "@letterpress/api/deps";
import { modelHash } from "@letterpress/api/model/model-hash";
import { builtClientFolder } from "./built-web.ts";

/** Names what pages and answers are made by: after a deployment that changes it, kept answers are of another time. */
export async function buildId({ model }: Pick<Deps, "model">): Promise<string> {
  const texts = ["manifest.json", "../reader/render-page.js"].map((path) =>
    readFile(new URL(path, builtClientFolder), "utf8").catch(() => ""),
  );
  return hash("sha256", [modelHash(model), ...(await Promise.all(texts))].join("\n"), "hex").slice(0, 16);
}
