import type { Published } from "@letterpress/client";

const fields = {
  id: true,
  path: true,
  publishedAt: true,
  updatedAt: true,
  title: true,
  standfirst: true,
  cover: true,
  // For its text alone: each story says how long it takes to read, and may be known by its first words.
  body: true,
} as const;

/** Of whom and what a story only links to. */
const link = { select: { name: true, path: true } } as const;

/** What a list of rows asks of its articles. */
export const rowRead = { select: fields, include: { author: link } } as const;

/** What cards ask, which also show tags. */
export const storyRead = { select: fields, include: { author: link, tags: link } } as const;

type Link = Pick<Published<"person" | "tag">, "name" | "path">;

/** An article as rows show it. The author is `null` while not published, and not there where nobody asked. */
export type RowStory = Pick<Published<"article">, keyof typeof fields> & { author?: Link | null };

/** An article as cards show it. Tags that are not published are left out. */
export type Story = RowStory & { author: Link | null; tags: Link[] };
