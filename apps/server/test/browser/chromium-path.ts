import { createHash } from "node:crypto";
import { access, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";

/** Changes with the package's version, which is a part of where it lies. */
const version = createHash("sha256")
  .update(import.meta.resolve("@sparticuz/chromium"))
  .digest("hex")
  .slice(0, 8);

/**
 * The Chromium that comes packed in an npm package, unpacked once per user and version. The package itself unpacks into
 * the folder that all users share, and would run what another process has only half unpacked.
 */
export async function chromiumPath(): Promise<string> {
  const folder = join(tmpdir(), `letterpress-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (await exists(join(folder, "chromium"))) return join(folder, "chromium");

  const unfinished = await mkdtemp(`${folder}-`);
  const shared = process.env.TMPDIR;
  process.env.TMPDIR = unfinished;
  try {
    await chromium.executablePath();
  } finally {
    if (shared === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = shared;
  }
  // Somebody else may have been quicker: then theirs is as good.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  return join(folder, "chromium");
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
