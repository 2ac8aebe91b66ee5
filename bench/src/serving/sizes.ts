import { articlePage, getArticle, listArticles, type Read } from "./article-paths.ts";
import { getRequest } from "./load/load-request.ts";
import type { Generator } from "./load/start-generator.ts";
import { rounds, shareOf, speedOf, takeTurns } from "./rounds.ts";
import type { Row } from "./row.ts";
import type { LetterpressServer } from "./start-letterpress.ts";

const ratioMax = 3;

/** A server on a database with so many articles. */
export interface Size {
  articles: number;
  letterpress: LetterpressServer;
}

const include = { author: true, tags: true };
const shown = { slug: true, title: true, standfirst: true, body: true, author: true, tags: true };

/** Addresses for one article: what they select differs in next to nothing, so that a thousand articles suffice. */
const selects = Array.from({ length: 8 }, (_, bits) => ({
  ...shown,
  ...(bits & 1 ? { level: true } : {}),
  ...(bits & 2 ? { featured: true } : {}),
  ...(bits & 4 ? { cover: true } : {}),
}));

const cases: Record<string, (index: number) => Read[]> = {
  "article by slug": (index) => selects.map((select) => getArticle(index, { select })),
  "article with author and tags": (index) => selects.map((select) => getArticle(index, { select, include })),
  "list of 10 with author and tags": (index) =>
    selects.map((select) => listArticles(index, { select, include })),
  "HTML page": (index) => [articlePage(index)],
};

/** How much longer uncached reads take in the largest publication than in the smallest. */
export async function sizes(generator: Generator, measured: Size[]): Promise<Row[]> {
  const [smallest, largest] = [measured[0], measured.at(-1)];
  if (!smallest || !largest) throw new Error("There are no sizes to compare.");
  const rows: Row[] = [];
  for (const [name, readsOf] of Object.entries(cases)) {
    const turns = await takeTurns(
      generator,
      [smallest, largest].map(({ articles, letterpress }) => {
        // As many of either, from all over it.
        const count = smallest.articles - 20;
        const step = Math.floor((articles - 20) / count);
        const reads = Array.from({ length: count }, (_, nth) => 20 + nth * step).flatMap(readsOf);
        const length = Math.floor(reads.length / (rounds + 1));
        return {
          name: String(articles),
          server: letterpress,
          requests: (round: number) =>
            reads
              .slice(round * length, (round + 1) * length)
              .map(({ path, contains }) => ({ wire: getRequest(path), contains })),
          once: true,
        };
      }),
    );
    const of = ({ articles }: Size) => turns.get(String(articles)) ?? [];
    const ratio = shareOf(of(smallest), of(largest));
    rows.push({
      name: `${name}, uncached, ${largest.articles} articles against ${smallest.articles}`,
      measured: `×${ratio.toFixed(1)} the time`,
      budget: `≤ ×${ratioMax}`,
      met: ratio <= ratioMax,
      speed: speedOf(of(largest)),
    });
  }
  return rows;
}
