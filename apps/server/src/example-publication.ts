import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Actor } from "@letterpress/api/access/actor";
import { createImage } from "@letterpress/api/assets/create-image";
import type { Deps } from "@letterpress/api/deps";
import { createEntry } from "@letterpress/api/entries/create-entry";
import { publishEntry } from "@letterpress/api/publishing/publish-entry";
import sharp from "sharp";
import { readFrontMatter } from "./read-front-matter.ts";

const folder = new URL("example/", import.meta.resolve("@letterpress/content/package.json"));
const actor: Actor = { kind: "system", name: "example publication" };
const source = "letterpress:example";

interface ExamplePublication {
  people: { key: string; name: string; role: string; bio: string }[];
  tags: { key: string; name: string; description: string }[];
}

interface ExampleEntry {
  type: string;
  key: string;
  fields: () => Promise<Record<string, unknown>>;
  publishedAt?: Date;
  draft?: boolean;
}

/**
 * Fills a new database with a small publication. Continues where an earlier, interrupted start stopped, and does
 * nothing once the publication has a user or content of its own. Rejects with the signal's reason when that is aborted.
 */
export async function createExamplePublication(deps: Deps, signal: AbortSignal): Promise<void> {
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

  const idOf = (key: string) => made.get(key);
  for (const entry of await exampleEntries(deps, idOf)) {
    signal.throwIfAborted();
    const key = `${entry.type}:${entry.key}`;
    if (made.has(key) && !unpublished.has(key)) continue;
    const { type, publishedAt } = entry;
    const id = made.get(key) ?? (await createOnce(deps, key, { type, fields: await entry.fields() }));
    made.set(key, id);
    if (!entry.draft) await publishEntry(deps, actor, { type, id, expectedVersion: 1, publishedAt });
  }
}

async function createOnce(
  deps: Deps,
  externalId: string,
  entry: { type: string; fields: Record<string, unknown> },
): Promise<string> {
  const { id } = await createEntry(deps, actor, entry, async (tx, entryId) => {
    await tx.importRecord.create({ data: { source, externalId, entryId } });
  });
  return id;
}

async function exampleEntries(
  deps: Deps,
  idOf: (key: string) => string | undefined,
): Promise<ExampleEntry[]> {
  const read = (path: string) => readFile(new URL(path, folder), "utf8");
  const { people, tags } = JSON.parse(await read("publication.json")) as ExamplePublication;
  const markdownFiles = async (name: string) =>
    Promise.all(
      (await readdir(new URL(name, folder))).sort().map(async (file) => ({
        slug: basename(file, ".md"),
        ...readFrontMatter(await read(`${name}/${file}`)),
      })),
    );
  const articles = await markdownFiles("articles");
  const pages = await markdownFiles("pages");
  return [
    ...people.map(({ key, ...fields }) => ({
      type: "person",
      key,
      fields: async () => ({ slug: key, ...fields }),
    })),
    ...tags.map(({ key, ...fields }) => ({
      type: "tag",
      key,
      fields: async () => ({ slug: key, ...fields }),
    })),
    ...pages.map(({ slug, values, body }) => ({
      type: "page",
      key: slug,
      fields: async () => ({ slug, title: values.title, standfirst: values.standfirst, body }),
    })),
    ...articles.map(({ slug, values, body }) => ({
      type: "article",
      key: slug,
      draft: values.draft === "true",
      publishedAt: new Date(values.publishedAt ?? ""),
      fields: async () => ({
        slug,
        title: values.title,
        standfirst: values.standfirst,
        body,
        author: idOf(`person:${values.author}`),
        tags: listOf(values.tags).map((tag) => idOf(`tag:${tag}`)),
        ...(values.level ? { level: values.level } : {}),
        cover: await createCover(deps, values.cover ?? "", values.coverAlt ?? ""),
      }),
    })),
  ];
}

/** The covers are drawn as SVG, which is not a format for assets: it can carry scripts. */
async function createCover(deps: Deps, file: string, alt: string): Promise<string> {
  const svg = await readFile(new URL(`covers/${file}`, folder));
  const bytes = await sharp(svg, { density: 96 }).resize({ width: 1600 }).png({ palette: true }).toBuffer();
  const { id } = await createImage(deps, actor, { filename: file.replace(/svg$/, "png"), bytes, alt });
  return id;
}

function listOf(value: string | undefined): string[] {
  return (value ?? "")
    .replace(/^\[|\]$/g, "")
    .split(", ")
    .filter(Boolean);
}
