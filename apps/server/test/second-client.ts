import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildClient, type ClientPackage, packClient } from "../src/client-package.ts";
import { contentModel } from "./recipes-model.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The client of another publication: its content model takes the place of ours in a copy of the rooms that it is made of. */
export async function packSecondClient(folder: string, publicUrl: string): Promise<ClientPackage> {
  await mkdir(join(folder, "packages"), { recursive: true });
  for (const room of ["model", "content", "db", "api", "client"])
    await cp(join(root, "packages", room), join(folder, "packages", room), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !/\/(dist|test|testing|\.turbo)$/.test(path),
    });
  for (const file of ["tsconfig.base.json", "tsconfig.client.json"])
    await cp(join(root, file), join(folder, file));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  const recipes = new URL("recipes-model.ts", import.meta.url);
  const content = join(folder, "packages/content");
  await cp(recipes, join(content, "src/content-model.ts"));
  // Its custom field has a schema of its own.
  await mkdir(join(content, "node_modules"), { recursive: true });
  await symlink(join(root, "packages/model/node_modules/zod"), join(content, "node_modules/zod"));
  const client = pathToFileURL(`${join(folder, "packages/client")}/`);
  await buildClient(client);
  const publication = { name: "Recipes", tagline: "", locale: "en" };
  return packClient({ model: contentModel, publication, publicUrl }, client);
}

/** Puts a packed client where `npm install` takes it from. */
export async function writeClient(folder: string, { tarball }: ClientPackage): Promise<string> {
  const file = join(folder, "client.tgz");
  await writeFile(file, tarball);
  return file;
}
