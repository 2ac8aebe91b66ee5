import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Publication } from "@letterpress/api/deps";
import { modelHash } from "@letterpress/api/model/model-hash";
import type { ContentModel } from "@letterpress/model/content-type";
import { createTarGzip } from "nanotar";
import { clientReadme } from "./client-readme/client-readme.ts";

/** An npm package, packed. */
export interface ClientPackage {
  version: string;
  tarball: Uint8Array;
}

/** Whose client it is. */
export interface ClientOwner {
  model: ContentModel;
  publication: Publication;
  /** The server's address, as those who install the client know it. */
  publicUrl: string;
}

const ownFolder = new URL("./", import.meta.resolve("@letterpress/client/package.json"));

/** Where the built code keeps a place for the hash of the content model; see the client's model-change-notice.ts. */
const modelPlace = "%LETTERPRESS_MODEL%";

/**
 * Packs the built client for npm, with a README for this content model. Its version carries a hash of all of it: the
 * same model gives the same version and bytes.
 */
export async function packClient(owner: ClientOwner, folder = ownFolder): Promise<ClientPackage> {
  const read = async (path: string) => (await readFile(new URL(path, folder))).toString();
  const [built, types, manifestText] = await Promise.all([
    read("dist/index.js"),
    read("dist/index.d.ts"),
    read("package.json"),
  ]);
  const code = built.replace(modelPlace, modelHash(owner.model));
  if (code === built) throw new Error(`The built client has no place for the model's hash: ${modelPlace}.`);
  const readme = clientReadme(owner.model, owner.publication, owner.publicUrl);
  const { version: base } = JSON.parse(manifestText) as { version: string };
  const hash = createHash("sha256").update(code).update(types).update(readme).digest("hex").slice(0, 12);
  // Joined by a hyphen: a part of digits alone with a zero in front would be no version (semver 2.0, 9).
  const version = `${base}-model-${hash}`;
  const manifest = {
    name: "@letterpress/client",
    version,
    description: "The typed client of this publication.",
    license: "MIT",
    type: "module",
    sideEffects: false,
    exports: { ".": { types: "./index.d.ts", default: "./index.js" }, "./package.json": "./package.json" },
    types: "./index.d.ts",
    engines: { node: ">=20" },
  };
  const files = {
    "package.json": `${JSON.stringify(manifest, null, 2)}\n`,
    "index.js": code,
    "index.d.ts": types,
    "README.md": readme,
  };
  const tarball = await createTarGzip(
    Object.entries(files).map(([name, data]) => ({ name: `package/${name}`, data })),
    // Equal models give equal bytes, so npm's integrity check holds across nodes and restarts.
    { attrs: { mtime: 0, mode: "644", uid: 0, gid: 0 } },
  );
  return { version, tarball };
}

/** Builds the client from the content types as they are now. About a second: for developers. */
export async function buildClient(folder = ownFolder): Promise<void> {
  const cwd = fileURLToPath(folder);
  await promisify(execFile)(fileURLToPath(new URL("node_modules/.bin/tsdown", folder)), { cwd });
}
