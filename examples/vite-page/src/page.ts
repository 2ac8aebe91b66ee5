import { createClient, type Image as Picture } from "@letterpress/client";
import { byId } from "./by-id.ts";

const url: string = import.meta.env.VITE_PRESS_URL ?? "http://localhost:3000";
const press = createClient({ url });

const tagChoice = byId("tag", HTMLSelectElement);
const state = byId("state", HTMLElement);
const articles = byId("articles", HTMLElement);

function readArticles(tag: string) {
  return press.content.article.list({
    where: tag === "" ? {} : { tags: tag },
    limit: 10,
    select: { title: true, path: true, cover: true },
    include: { author: { select: { name: true } } },
  });
}

/** The type of one item is what was asked for: no `body` here. */
type Listed = Awaited<ReturnType<typeof readArticles>>["items"][number];

async function show(): Promise<void> {
  state.textContent = "Loading …";
  try {
    const { items } = await readArticles(tagChoice.value);
    articles.replaceChildren(...items.map(toRow));
    state.textContent = items.length === 1 ? "1 article" : `${items.length} articles`;
  } catch {
    state.textContent = `No answer from ${url}. Is the publication running?`;
  }
}

function toRow({ title, path, cover, author }: Listed): HTMLElement {
  const row = document.createElement("li");
  if (cover) row.append(toPicture(cover));
  const link = document.createElement("a");
  // Addresses of a publication are relative to its server.
  if (path !== null) link.href = new URL(path, url).href;
  link.textContent = title;
  const by = document.createElement("small");
  by.textContent = author?.name ?? "";
  const text = document.createElement("div");
  text.append(link, by);
  row.append(text);
  return row;
}

function toPicture({ alt, variants, url: original }: Picture): HTMLImageElement {
  const picture = new Image();
  picture.src = new URL(variants[0]?.url ?? original, url).href;
  picture.alt = alt;
  return picture;
}

tagChoice.addEventListener("change", show);
await show();
const tags = await press.content.tag.list({
  orderBy: "name",
  limit: 100,
  select: { name: true, slug: true },
});
tagChoice.append(...tags.items.map(({ name, slug }) => new Option(name, slug)));
