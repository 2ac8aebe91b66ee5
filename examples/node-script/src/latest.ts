import { createClient, safe } from "@letterpress/client";

// The newest articles, of one tag if its slug is given: node src/latest.ts [tag]

const [tag] = process.argv.slice(2);
const press = createClient({ url: process.env.PRESS_URL ?? "http://localhost:3000" });

const result = await safe(
  press.content.article.list({
    where: tag === undefined ? {} : { tags: tag },
    orderBy: "-publishedAt",
    limit: 5,
    count: true,
    select: { title: true, publishedAt: true, path: true },
    include: { author: { select: { name: true } }, tags: { select: { name: true } } },
  }),
);
if (!result.ok) {
  console.error(`${result.error.code}: ${result.error.message}`);
  process.exit(1);
}

const { items, total } = result.data;
for (const { title, publishedAt, author, tags } of items) {
  // A person can be unpublished while their articles are not: then there is no author to name.
  const by = author ? ` by ${author.name}` : "";
  const about = tags.map(({ name }) => name).join(", ");
  console.log(`${publishedAt.toISOString().slice(0, 10)}  ${title}${by}${about && ` (${about})`}`);
}
console.log(`${items.length} of ${total}`);
