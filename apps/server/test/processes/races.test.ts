import { createOwner } from "@letterpress/api/auth/set-up";
import { createClient, type PressClient } from "@letterpress/client";
import { createTestDatabase } from "@letterpress/db/testing/create-test-database";
import { expect, test } from "vitest";
import { createDeps } from "../../src/deps.ts";
import { signedInClient } from "../test-app.ts";
import { owner } from "../test-owner.ts";
import { useServers } from "../use-servers.ts";

const servers = useServers();

/** Times that all is published, whatever time the machine takes for it. */
const rounds = 12;

/** On each node, where each starts with another read: more of them leave the writer no time. */
const readers = [0, 3];

interface Piece {
  type: "article" | "person" | "tag";
  id: string;
  version: number;
}

/** What the writer has: entries that refer to each other and carry one number, which only changes in all at once. */
interface Work {
  press: PressClient;
  first: Piece;
  others: Piece[];
  isDone: boolean;
}

test("while entries that belong together are published, unpublished and released on one node, no read on two nodes shows a draft, a half of them or a reference to nothing", {
  timeout: 150_000,
}, async () => {
  await using database = await createTestDatabase();
  await createOwner(
    createDeps(database, { dataDir: servers.folder(), publicUrl: "http://localhost:3000" }),
    { kind: "system", name: "test" },
    owner,
  );
  const nodes = await Promise.all([0, 1].map(() => servers.start({ DATABASE_URL: database.url })));
  const [writer, other] = nodes.map(({ url }) => url) as [string, string];
  const work = await beginWork(await signedInClient(writer));
  const { token } = await work.press.entries.article.previewLink({ id: work.first.id });

  const seen = { whole: 0, nothing: 0, previews: 0 };
  const look = async (reads: (() => Promise<Looked>)[], start: number) => {
    for (let turn = start; !work.isDone; turn++) {
      const { text, isDangling } = (await reads[turn % reads.length]?.()) ?? { text: "", isDangling: true };
      const numbers = new Set(Array.from(text.matchAll(/MARK(\d+)/g), ([, number]) => number));
      expect([...numbers].length, text).toBeLessThanOrEqual(1);
      expect(text).not.toContain("UNSEEN");
      expect(isDangling, text).toBe(false);
      if (numbers.size === 1) seen.whole++;
      else seen.nothing++;
    }
  };
  const preview = async () => {
    const press = createClient({ url: other, previewToken: token });
    while (!work.isDone) {
      const { title } = await press.content.article.get({ slug: "first", select: { title: true } });
      expect(title).toMatch(/MARK|UNSEEN/);
      seen.previews++;
    }
  };
  await Promise.all([
    write(work).finally(() => {
      work.isDone = true;
    }),
    preview(),
    ...[writer, other].flatMap((url) => readers.map((reader) => look(readsOf(url), reader))),
  ]);

  expect(seen.whole).toBeGreaterThan(rounds);
  expect(seen.nothing).toBeGreaterThan(0);
  expect(seen.previews).toBeGreaterThan(3);
  for (const { child } of nodes) child.kill("SIGTERM");
  await Promise.all(nodes.map(({ ended }) => ended));
});

async function beginWork(press: PressClient): Promise<Work> {
  const { entries } = press;
  const person = await entries.person.create({ fields: { name: "MARK0", slug: "author" } });
  const tag = await entries.tag.create({ fields: { name: "MARK0", slug: "shared" } });
  const fields = { body: "Text.", author: person.id, tags: [tag.id] };
  const first = await entries.article.create({ fields: { ...fields, title: "MARK0", slug: "first" } });
  const second = await entries.article.create({ fields: { ...fields, title: "MARK0", slug: "second" } });
  const others: Piece[] = [
    { type: "person", id: person.id, version: 1 },
    { type: "tag", id: tag.id, version: 1 },
    { type: "article", id: second.id, version: 1 },
  ];
  return { press, first: { type: "article", id: first.id, version: 1 }, others, isDone: false };
}

/** Publishes them again and again with the next number: by hand, as a release, or after a release took all away. */
async function write(work: Work): Promise<void> {
  const { press, first, others } = work;
  const all = [first, ...others];
  for (let round = 1; round <= rounds; round++) {
    await save(press, first, `UNSEEN${round}`);
    for (const piece of all) await save(press, piece, `MARK${round}`);
    if (round % 3 === 0) await release(press, all, "unpublish");
    if (round % 2 === 0) await release(press, all, "publish");
    else
      await press.entries.article.publish({
        id: first.id,
        expectedVersion: first.version,
        with: others.map(({ type, id, version }) => ({ type, id, expectedVersion: version })),
      });
  }
}

async function save({ entries }: PressClient, piece: Piece, text: string): Promise<void> {
  const at = { id: piece.id, expectedVersion: piece.version };
  const saved = await (piece.type === "article"
    ? entries.article.save({ ...at, fields: { title: text } })
    : entries[piece.type].save({ ...at, fields: { name: text } }));
  piece.version = saved.version;
}

async function release({ releases }: PressClient, all: Piece[], action: "publish" | "unpublish") {
  const { id } = await releases.create({ name: action });
  for (const piece of all) await releases.setItem({ id, entryId: piece.id, action });
  await releases.publish({ id });
}

interface Looked {
  text: string;
  /** An entry is there, and what it refers to is not, or not all of it. */
  isDangling: boolean;
}

/** Everything that shows several of them at once, as readers and as apps read it. */
function readsOf(url: string): (() => Promise<Looked>)[] {
  const { content } = createClient({ url });
  const include = { author: true, tags: true } as const;
  const where = { slug: { in: ["first", "second"] } };
  const page = async (path: string): Promise<Looked> => {
    const response = await fetch(url + path);
    expect([200, 404]).toContain(response.status);
    return { text: await response.text(), isDangling: false };
  };
  return [
    async () => {
      const { items } = await content.article.list({ where, include, count: true });
      const isDangling = items.some(({ author, tags }) => author === null || tags.length === 0);
      return { text: JSON.stringify(items), isDangling: isDangling || items.length === 1 };
    },
    async () => {
      const found = await content.article.get({ slug: "first", include }).catch(missing);
      if (!found) return { text: "", isDangling: false };
      return { text: JSON.stringify(found), isDangling: found.author === null || found.tags.length === 0 };
    },
    async () => {
      const found = await content.person
        .get({ slug: "author", include: { "article.author": { include } } })
        .catch(missing);
      if (!found) return { text: "", isDangling: false };
      return { text: JSON.stringify(found), isDangling: found["article.author"].length < 2 };
    },
    () => page("/"),
    () => page("/first"),
    () => page("/tags/shared"),
    () => page("/feed.xml"),
  ];
}

function missing(error: { data?: { code?: string } }): null {
  expect(error.data?.code).toBe("ENTRY_MISSING");
  return null;
}
