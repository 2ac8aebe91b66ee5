import { type ClientOptions, createClient } from "@letterpress/client";
import { articleId } from "../fill/article-place.ts";
import { articleSlug } from "../fill/publication-filling.ts";
import { articlePage, getArticle, listArticles } from "./article-paths.ts";
import { fetchAnswer } from "./fetch-answer.ts";
import { startFloor } from "./floors/start-floor.ts";
import { getRequest } from "./load/load-request.ts";
import type { Measured } from "./measured.ts";
import { forgetPeak, peakSize } from "./process-figures.ts";
import { connections, shareOf, speedOf, takeTurns } from "./rounds.ts";
import type { Row } from "./row.ts";

const shareMin = 0.4;
/** Articles that are read; the first of them are changed, too. */
const hot = 50;

/** 99 reads of 50 articles, 10 of their pages and 5 lists, then a save and a publication of one of them. */
export async function mixed({ letterpress, databaseUrl, generator, apiKey }: Measured): Promise<Row[]> {
  const reads = Array.from({ length: hot }, (_, index) => [
    getArticle(index),
    ...(index % 5 === 0 ? [articlePage(index)] : []),
    ...(index % 10 === 0 ? [listArticles(index + 10)] : []),
  ]).flat();
  const answers = [];
  for (const { path } of reads) answers.push(await fetchAnswer(letterpress.port, path));
  // What is changed meanwhile may be longer: only the status can be told.
  const requests = reads.map(({ path }) => ({ wire: getRequest(path) }));
  const press = createClient({ url: letterpress.url, apiKey } satisfies ClientOptions);
  const changed = Array.from({ length: connections }, (_, index) => articleId(index));
  const versions = () =>
    Promise.all(
      changed.map(async (id) => ({ id, version: (await press.entries.article.get({ id })).version })),
    );

  const bare = await startFloor("bare", { answers, databaseUrl });
  try {
    forgetPeak(letterpress.pid);
    const turns = await takeTurns(generator, [
      { name: "bare", server: bare, requests: () => requests, once: false },
      {
        name: "letterpress",
        server: letterpress,
        requests: () => requests,
        once: false,
        publishes: async () => ({ apiKey, entries: await versions() }),
      },
    ]);
    const rss = peakSize(letterpress.pid);
    await requireFresh(letterpress.url, await versions());
    const of = (name: string) => turns.get(name) ?? [];
    const share = shareOf(of("letterpress"), of("bare"));
    const { requests: floor, cpu } = speedOf(of("bare"));
    const published = of("letterpress").map(({ publishes, publishP50 }) => ({ publishes, publishP50 }));
    const [last] = published.slice(-1);
    return [
      {
        name: "mixed: 99 % reads, 1 % publications",
        measured: `${(share * 100).toFixed(0)} % of bare (${last?.publishes} publications of ${last?.publishP50.toFixed(0)} ms a round)`,
        budget: `≥ ${shareMin * 100} %`,
        met: share >= shareMin,
        speed: { ...speedOf(of("letterpress")), bare: { requests: floor, cpu } },
        rss,
      },
    ];
  } finally {
    await bare.stop();
  }
}

/** A fast answer that is an old one is worth nothing. */
async function requireFresh(url: string, entries: { id: string; version: number }[]): Promise<void> {
  const press = createClient({ url });
  for (const [index, { version }] of entries.entries()) {
    const { standfirst } = await press.content.article.get({ slug: articleSlug(index) });
    if (version > 1 && standfirst !== `What came of version ${version}.`)
      throw new Error(
        `${articleSlug(index)} is shown as "${standfirst}", and was published as version ${version}.`,
      );
  }
}
