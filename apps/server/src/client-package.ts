import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createTarGzip } from "nanotar";

/** An npm package, packed. */
export interface ClientPackage {
  version: string;
  tarball: Uint8Array;
}

const clientFolder = new URL("./", import.meta.resolve("@letterpress/client/package.json"));

/**
 * Packs the built client for npm. Its version carries a hash of its code and types, which were rolled for the content
 * model of this server: the same model gives the same version and bytes.
 */
export async function packClient(): Promise<ClientPackage> {
  const read = (path: string) => readFile(new URL(path, clientFolder));
  const [code, types, readme] = await Promise.all([
    read("dist/index.js"),
    read("dist/index.d.ts"),
    read("README.md"),
  ]);
  const { version: base } = JSON.parse((await read("package.json")).toString()) as { version: string };
  const hash = createHash("sha256").update(code).update(types).digest("hex").slice(0, 12);
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

/** Builds the client anew from the content types as they are now, then packs it. About a second: for developers. */
export async function rebuildClient(): Promise<ClientPackage> {
  const cwd = fileURLToPath(clientFolder);
  await promisify(execFile)(fileURLToPath(new URL("node_modules/.bin/tsdown", clientFolder)), { cwd });
  return packClient();
}
