import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "@letterpress/api/access/actor";
import { createEntry } from "@letterpress/api/entries/create-entry";
import { publishEntry } from "@letterpress/api/publishing/publish-entry";
import { scheduleEntry } from "@letterpress/api/scheduling/schedule-entry";
import { createTestDatabase, type TestDatabase } from "@letterpress/db/testing/create-test-database";
import { expect, test } from "vitest";
import { createDeps } from "../../src/deps.ts";
import { useServers } from "../use-servers.ts";

const servers = useServers();

const entries = 2_000;
/** Of these, how many are made and scheduled one by one, as editors would; the others are copies of one of them. */
const byHand = 20;
/** All in milliseconds. */
const stretch = 60_000;
const killEvery = 5_000;
const lateMax = 1_000;

const system: Actor = { kind: "system", name: "test" };
const body = Array.from(
  { length: 4 },
  (_, part) =>
    `## Part ${part}\n\nSome *words* about [it](https://example.com), as long as they are.\n\n- one\n- two\n`,
).join("\n");

test(`of ${entries} entries that are due within a minute, while nodes are killed, each is published once, none early, and 99 % within a second`, {
  timeout: 240_000,
}, async () => {
  await using database = await createTestDatabase();
  await createEntries(database, servers.folder());
  const nodes = await Promise.all([0, 1, 2].map(() => servers.start({ DATABASE_URL: database.url })));
  await spread(database);

  const [clock] = await database.db.$queryRaw<{ end: Date }[]>`
    SELECT max(scheduled_for) AS end FROM entry WHERE scheduled_for IS NOT NULL`;
  const end = (clock?.end ?? new Date()).getTime();
  // One after the other, so that two live at any time.
  for (let kill = 0; Date.now() < end; kill++) {
    const started = Date.now();
    const { child, ended } = nodes[kill % nodes.length] ?? {};
    child?.kill("SIGKILL");
    await ended;
    nodes[kill % nodes.length] = await servers.start({ DATABASE_URL: database.url });
    await sleep(Math.max(0, Math.min(killEvery - (Date.now() - started), end - Date.now())));
  }
  await expect
    .poll(() => database.db.entry.count({ where: { scheduledFor: { not: null } } }), { timeout: 20_000 })
    .toBe(0);

  const rows = await database.db.$queryRaw<{ times: number; late: number }[]>`
    SELECT count(*)::int AS times, min(extract(epoch FROM v.created_at - e.first_published_at) * 1000)::float8 AS late
    FROM entry e LEFT JOIN event v ON v.entry_id = e.id AND v.name = 'entry.published'
    WHERE e.slug LIKE 'due-%' GROUP BY e.id`;
  expect(rows.length).toBe(entries);
  expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
  const late = rows.map((row) => row.late).sort((one, other) => one - other);
  const at = (share: number) => Math.round(late[Math.ceil(late.length * share) - 1] ?? Number.NaN);
  expect(late[0]).toBeGreaterThanOrEqual(0);
  const figures = `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, at most ${at(1)} ms late`;
  expect(at(0.99), figures).toBeLessThanOrEqual(lateMax);
});

/** All of them are scheduled, for later. */
async function createEntries({ db, ...database }: TestDatabase, folder: string): Promise<void> {
  const deps = createDeps({ db, ...database }, { dataDir: folder, publicUrl: "http://localhost:3000" });
  const make = async (type: string, fields: Record<string, unknown>) =>
    createEntry(deps, system, { type, fields: fields as never });
  const author = await make("person", { name: "Ann Author" });
  await publishEntry(deps, system, { type: "person", id: author.id, expectedVersion: 1 });
  for (let place = 0; place < byHand; place++) {
    const { id } = await make("article", {
      title: `Due ${place}`,
      slug: `due-${place}`,
      body,
      author: author.id,
    });
    const at = new Date(Date.now() + 3_600_000);
    await scheduleEntry(deps, system, { type: "article", id, expectedVersion: 1, at });
  }
  await db.$executeRaw`
    INSERT INTO entry (id, type, locale, slug, title, version, schema_version, fields, updated_at, scheduled_for, scheduled_version)
    SELECT gen_random_uuid(), type, locale, 'due-' || place, title, version, schema_version, fields, updated_at,
      scheduled_for, scheduled_version
    FROM entry, generate_series(${byHand}::int, ${entries - 1}::int) AS place WHERE slug = 'due-0'`;
  await db.$executeRaw`
    INSERT INTO revision (entry_id, version, schema_version, slug, fields)
    SELECT e.id, e.version, e.schema_version, e.slug, e.fields FROM entry e
    WHERE NOT EXISTS (SELECT FROM revision r WHERE r.entry_id = e.id)`;
}

/** Brings their times near: evenly over the stretch that begins in a few seconds. */
async function spread({ db }: TestDatabase): Promise<void> {
  await db.$executeRaw`
    UPDATE entry SET scheduled_for = date_trunc('milliseconds', clock_timestamp()) + interval '3 seconds'
      + make_interval(secs => place * ${stretch / 1_000 / entries}::float8)
    FROM (SELECT id, row_number() OVER (ORDER BY random()) AS place FROM entry WHERE slug LIKE 'due-%') places
    WHERE entry.id = places.id`;
}
