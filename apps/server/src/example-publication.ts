import { readFile } from "node:fs/promises";
import type { Actor } from "@letterpress/api/access/actor";
import { createImage } from "@letterpress/api/assets/create-image";
import type { Deps } from "@letterpress/api/deps";
import { createEntry } from "@letterpress/api/entries/create-entry";
import { LetterpressError } from "@letterpress/api/errors";
import { publishEntry } from "@letterpress/api/publishing/publish-entry";
import { type ExampleEntry, exampleFolder, readExampleEntries } from "./example-entries.ts";
import { fittingValues } from "./fitting-values.ts";

const actor: Actor = { kind: "system", name: "example publication" };
const source = "letterpress:example";

/**
 * Fills a new database with a small publication. Continues where an earlier, interrupted start stopped, and does
 * nothing once the publication has a user or content of its own. What the content types have no room for is left out,
 * and what they ask more of stays a draft: `say` is told. Rejects with the signal's reason when that is aborted.
 */
export async function createExamplePublication(
  deps: Deps,
  { say, signal }: { say: (line: string) => void; signal: AbortSignal },
): Promise<void> {
  if ((await deps.db.user.count()) > 0) return;
  const records = await deps.db.importRecord.findMany({
    where: { source },
    select: { externalId: true, entryId: true, entry: { select: { version: true, firstPublishedAt: true } } },
  });
  const made = new Map(records.map(({ externalId, entryId }) => [externalId, entryId]));
  if (made.size === 0 && (await deps.db.event.count()) > 0) return;
  // Made by a start that did not come to publish them. Those that somebody has changed since stay as they are.
  const unpublished = new Set(
    records
      .filter(({ entry }) => entry.version === 1 && entry.firstPublishedAt === null)
      .map(({ externalId }) => externalId),
  );

  const misfits = new Map<string, number>();
  const count = (misfit: string) => misfits.set(misfit, (misfits.get(misfit) ?? 0) + 1);
  for (const entry of await readExampleEntries()) {
    signal.throwIfAborted();
    const key = `${entry.type}:${entry.key}`;
    if (made.has(key) && !unpublished.has(key)) continue;
    const id = made.get(key) ?? (await create(deps, key, entry, (type, name) => made.get(`${type}:${name}`)));
    if (id === null) {
      count(`of ${entry.type} left out`);
      continue;
    }
    made.set(key, id);
    if (!entry.draft && !(await publish(deps, id, entry))) count(`of ${entry.type} left as drafts`);
  }
  if (misfits.size === 0) return;
  const told = [...misfits].map(([misfit, times]) => `${times} ${misfit}`).join(", ");
  say(`The example fits your content types only in part: ${told}. Nothing to do.`);
}

/** `null` when the entry does not fit its type. */
async function create(
  deps: Deps,
  externalId: string,
  entry: ExampleEntry,
  idOf: (type: string, key: string) => string | undefined,
): Promise<string | null> {
  const type = deps.model[entry.type];
  const fields = type && fittingValues(type, entry, idOf);
  if (!fields) return null;
  if (entry.cover && type.fields.cover?.kind === "image") fields.cover = await createCover(deps, entry.cover);
  const { id } = await createEntry(deps, actor, { type: type.name, fields }, async (tx, entryId) => {
    await tx.importRecord.create({ data: { source, externalId, entryId } });
  });
  return id;
}

/** Whether the type asks for no more than the example has. */
async function publish(deps: Deps, id: string, { type, publishedAt }: ExampleEntry): Promise<boolean> {
  try {
    await publishEntry(deps, actor, { type, id, expectedVersion: 1, publishedAt });
    return true;
  } catch (error) {
    if (error instanceof LetterpressError) return false;
    throw error;
  }
}

/** The covers are drawn as SVG, which is not a format for assets: it can carry scripts. */
async function createCover(deps: Deps, { file, alt }: { file: string; alt: string }): Promise<string> {
  // Most starts have no use for it.
  const { default: sharp } = await import("sharp");
  const svg = await readFile(new URL(`covers/${file}`, exampleFolder));
  const bytes = await sharp(svg, { density: 96 }).resize({ width: 1600 }).png({ palette: true }).toBuffer();
  const { id } = await createImage(deps, actor, { filename: file.replace(/svg$/, "png"), bytes, alt });
  return id;
}
