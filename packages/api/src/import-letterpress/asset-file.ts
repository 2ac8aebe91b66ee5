import { createHash } from "node:crypto";
import { uuid } from "@letterpress/model/uuid";
import { z } from "zod";
import { detectMediaType, headBytes } from "../assets/detect-media-type.ts";
import { mediaTypes } from "../assets/media-types.ts";
import { peek } from "../assets/peek.ts";
import { variantPath } from "../export/export-assets.ts";
import { assetsFolder, variantsFolder } from "../export/file-names.ts";
import type { ImportSource } from "./import-source.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Problem } from "./problem.ts";
import { readText } from "./read-text.ts";

/** An asset of the folder, by the names of its files. */
export interface AssetFile {
  id: string;
  /** Of the file itself; what is said of it is in the `.yaml` beside. */
  path: string;
}

const side = z.int().min(1).max(100_000);
const pictureTypes = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"];

const anyFile = {
  id: uuid(),
  filename: z.string().max(255),
  mimeType: z.string().refine((type) => Object.hasOwn(mediaTypes, type), "Use a media type that is served."),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  createdAt: z.iso.datetime().transform((text) => new Date(text)),
};

const picture = z.strictObject({
  ...anyFile,
  mimeType: z.enum(pictureTypes),
  alt: z.string().max(500),
  focalPoint: z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }),
  width: side,
  height: side,
  placeholder: z.string().max(10_000).startsWith("data:image/webp;base64,"),
  variants: z.array(
    z.strictObject({
      name: z.string().regex(/^[1-9][0-9]*\.webp$/),
      width: side,
      height: side,
      mimeType: z.literal("image/webp"),
    }),
  ),
});

const otherFile = z.strictObject(anyFile);

/** What the `.yaml` beside an asset's file says of it. */
export type AssetFacts = z.output<typeof picture> | z.output<typeof otherFile>;

/** Finds the assets of a folder and checks what is said of them. */
export async function listAssetFiles(
  source: ImportSource,
  problems: Problem[],
): Promise<Map<string, AssetFile>> {
  const names = await source.list(assetsFolder);
  const all = new Set(names);
  const variants = new Set(await source.list(variantsFolder));
  const found = new Map<string, AssetFile>();
  for (const name of names) {
    // An asset may be a .yaml file itself: then another one is beside it.
    if (!name.endsWith(".yaml") || all.has(`${name}.yaml`)) continue;
    const path = `${assetsFolder}/${name.slice(0, -".yaml".length)}`;
    const report = (message: string) => void problems.push({ file: `${path}.yaml`, line: 0, message });
    const facts = await readAssetFacts(source, path, problems);
    if (!facts) continue;
    if (!all.has(name.slice(0, -".yaml".length))) report("The file that it is about is not beside it.");
    else if (found.has(facts.id)) report(`${found.get(facts.id)?.path} has the same id: keep one of them.`);
    else found.set(facts.id, { id: facts.id, path });
    for (const one of "variants" in facts ? facts.variants : []) {
      const file = variantPath(facts.id, one.name);
      if (!variants.has(file.slice(variantsFolder.length + 1))) report(`${file} is missing: put it back.`);
    }
  }
  return found;
}

/** Reads what is said of an asset's file. `null` with problems. */
export async function readAssetFacts(
  source: ImportSource,
  path: string,
  problems: Problem[],
): Promise<AssetFacts | null> {
  const file = `${path}.yaml`;
  const text = await readText(source, file);
  const { value, issues, lineOf } = parseYaml(text ?? "");
  for (const { line, message } of issues) problems.push({ file, line, message });
  if (issues.length > 0) return null;
  const isPicture = typeof value === "object" && value !== null && "variants" in value;
  const checked = (isPicture ? picture : otherFile).safeParse(value);
  if (checked.success) return checked.data;
  for (const { path: place, message } of checked.error.issues)
    problems.push({ file, line: lineOf(place), message: `${place.join(".")}: ${message}` });
  return null;
}

/** Checks that a file holds what is said of it: nothing else is served under its name. */
export async function checkBytes(
  source: ImportSource,
  { path }: AssetFile,
  facts: AssetFacts,
  problems: Problem[],
) {
  const report = (message: string) => void problems.push({ file: path, line: 0, message });
  const hash = createHash("sha256");
  let size = 0;
  const { head, bytes } = await peek(source.read(path), headBytes);
  for await (const chunk of bytes) {
    hash.update(chunk);
    size += chunk.byteLength;
  }
  if (size !== facts.size || hash.digest("hex") !== facts.sha256)
    report("It is not the file that was exported: put that back, or upload this one in the Studio.");
  else if ((await detectMediaType(head, facts.filename)) !== facts.mimeType)
    report(`It is no ${facts.mimeType}: put the exported file back.`);
}
