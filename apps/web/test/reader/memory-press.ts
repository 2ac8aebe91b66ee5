import type { Press, PublicationInfo } from "@letterpress/client";

/** A published entry, as far as a test says. */
export interface TestEntry {
  id: string;
  slug: string;
  path: string | null;
  publishedAt: Date;
  updatedAt: Date;
  [field: string]: unknown;
}

interface Query {
  where?: Record<string, string | boolean> | undefined;
  ids?: string[];
  orderBy?: string;
  cursor?: string | undefined;
  limit?: number;
}

type Entries = Record<string, TestEntry[]>;

const pages: PublicationInfo["pages"] = [
  { type: "article", pluralLabel: "Articles", path: "/:slug", titleField: "title" },
  { type: "page", pluralLabel: "Pages", path: "/pages/:slug", titleField: "title" },
  { type: "person", pluralLabel: "People", path: "/authors/:slug", titleField: "name" },
  { type: "tag", pluralLabel: "Tags", path: "/tags/:slug", titleField: "name" },
  { type: "event", pluralLabel: "Events", path: "/events/:slug", titleField: "title" },
];

/** The public procedures over a few entries in memory: what is not in `entries` is not published. */
export function memoryPress(entries: Entries): Press {
  const types = ["article", "page", "person", "tag", "event", "venue"];
  const content = Object.fromEntries(types.map((type) => [type, procedures(entries[type] ?? [])]));
  const info: PublicationInfo = {
    name: "The Proof",
    tagline: "A paper for testers.",
    locale: "en-GB",
    pages,
  };
  return { content, publication: { get: async () => info } } as unknown as Press;
}

function procedures(entries: TestEntry[]) {
  const newestFirst = entries.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
  const oldestFirst = newestFirst.toReversed();
  return {
    async get({ slug }: { slug: string }) {
      const found = entries.find((entry) => entry.slug === slug);
      if (found) return found;
      throw callError({ code: "NOT_FOUND", errorCode: "ENTRY_MISSING" });
    },
    async list({ where = {}, ids, orderBy, cursor, limit = 20 }: Query = {}) {
      const matching = (orderBy === "publishedAt" ? oldestFirst : newestFirst).filter(
        (entry) =>
          (!ids || ids.includes(entry.id)) &&
          Object.entries(where).every(([name, value]) => has(entry[name], value)),
      );
      const start = cursor === undefined ? 0 : matching.findIndex(({ id }) => id === cursor) + 1;
      if (cursor !== undefined && start === 0)
        throw callError({ code: "BAD_REQUEST", errorCode: "BAD_INPUT" });
      const items = matching.slice(start, start + limit);
      return { items, nextCursor: start + limit < matching.length ? (items.at(-1)?.id ?? null) : null };
    },
  };
}

function has(field: unknown, value: string | boolean): boolean {
  return [field].flat().some((item) => item === value || (item as { id?: string } | undefined)?.id === value);
}

/** As the procedures throw when they are called without a network between. */
function callError(properties: { code: string; errorCode: string }): Error {
  return Object.assign(new Error(properties.errorCode), properties);
}
