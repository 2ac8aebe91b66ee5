import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readFrontMatter } from "./read-front-matter.ts";

/** Where the example publication's files are. */
export const exampleFolder = new URL("example/", import.meta.resolve("@letterpress/content/package.json"));

interface ExamplePublication {
  people: { key: string; name: string; role: string; bio: string }[];
  tags: { key: string; name: string; description: string }[];
}

/** An entry of the example, as its files say it. */
export interface ExampleEntry {
  type: string;
  key: string;
  values: Record<string, unknown>;
  /** Entries of the example that its reference fields point at. */
  references?: Record<string, { type: string; keys: string[]; isList: boolean }>;
  cover?: { file: string; alt: string };
  publishedAt?: Date;
  draft?: boolean;
}

/** The entries of the example, those first that others point at. */
export async function readExampleEntries(): Promise<ExampleEntry[]> {
  const { people, tags } = JSON.parse(await read("publication.json")) as ExamplePublication;
  const pages = await readMarkdown("pages");
  const articles = await readMarkdown("articles");
  return [
    ...people.map(({ key, ...values }) => ({ type: "person", key, values: { slug: key, ...values } })),
    ...tags.map(({ key, ...values }) => ({ type: "tag", key, values: { slug: key, ...values } })),
    ...pages.map(({ slug, values: { title, standfirst }, body }) => ({
      type: "page",
      key: slug,
      values: { slug, title, standfirst, body },
    })),
    ...articles.map(({ slug, values, body }) => ({
      type: "article",
      key: slug,
      draft: values.draft === "true",
      publishedAt: new Date(values.publishedAt ?? ""),
      values: { slug, title: values.title, standfirst: values.standfirst, body, level: values.level },
      references: {
        author: { type: "person", keys: [values.author ?? ""], isList: false },
        tags: { type: "tag", keys: listOf(values.tags), isList: true },
      },
      cover: { file: values.cover ?? "", alt: values.coverAlt ?? "" },
    })),
  ];
}

function read(path: string): Promise<string> {
  return readFile(new URL(path, exampleFolder), "utf8");
}

async function readMarkdown(name: string) {
  const files = (await readdir(new URL(name, exampleFolder))).sort();
  return Promise.all(
    files.map(async (file) => ({
      slug: basename(file, ".md"),
      ...readFrontMatter(await read(`${name}/${file}`)),
    })),
  );
}

function listOf(value: string | undefined): string[] {
  return (value ?? "")
    .replace(/^\[|\]$/g, "")
    .split(", ")
    .filter(Boolean);
}
