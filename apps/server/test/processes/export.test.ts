import { createHash } from "node:crypto";
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEntry } from "@letterpress/api/entries/create-entry";
import { exportContent } from "@letterpress/api/export/export-content";
import { importLetterpress } from "@letterpress/api/import-letterpress/import-letterpress";
import { ImportRefused } from "@letterpress/api/import-letterpress/problem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openExportFolder } from "../../src/adapters/export-folder.ts";
import { importFolder } from "../../src/adapters/import-folder.ts";
import { fillPublication, fixtureModel } from "../export-fixture.ts";
import { filesBelow } from "../files-below.ts";
import { startTestApp, type TestApp } from "../test-app.ts";

const { signal } = new AbortController();
const actor = { kind: "system", name: "test" } as const;
const onProgress = () => undefined;

let folder: string;
let server: TestApp;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "letterpress-export-"));
  server = await startTestApp({ model: fixtureModel });
  await fillPublication(server.deps);
  await exportTo("first");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function exportTo(name: string, { deps }: TestApp = server, drafts = true) {
  const opened = await openExportFolder(join(folder, name));
  const report = await exportContent(deps, { target: opened.target, drafts, signal, onProgress });
  await opened.finish();
  return report;
}

function importFrom(name: string, { deps }: TestApp, overwrite = false) {
  return importLetterpress(deps, actor, {
    source: importFolder(join(folder, name)),
    overwrite,
    signal,
    onProgress,
  });
}

/** Everything that somebody who is not signed in can be answered. */
async function publicAnswers({ url, deps }: TestApp): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  const ask = async (path: string) => {
    const response = await fetch(`${url}${path}`, { redirect: "manual" });
    const bytes = Buffer.from(await response.arrayBuffer());
    // Only the number of the request tells two refusals apart.
    const body = bytes.toString("latin1").replace(/"requestId":"[^"]*"/g, "");
    const sum = createHash("sha256").update(body).digest("hex");
    answers[path] = `${response.status} ${response.headers.get("location")} ${sum}`;
  };
  const call = (name: string, input: unknown) =>
    ask(`/trpc/${name}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`);
  for (const name of Object.keys(fixtureModel)) await call(`content.${name}.list`, { limit: 100 });
  for (const { type, slug } of await deps.db.entry.findMany()) {
    await call(`content.${type}.get`, { slug });
    const path = fixtureModel[type]?.path;
    if (path) await ask(path.replace(":slug", encodeURIComponent(slug)));
  }
  for (const { fields } of await deps.db.publishedEntry.findMany())
    for (const [media] of JSON.stringify(fields).matchAll(/\/media\/[\w/.-]+/g)) await ask(media);
  for (const path of [
    "/",
    "/events/first-slug",
    "/events/gone",
    "/old/%C3%BCber%20uns",
    "/elsewhere",
    "/feed.xml",
  ])
    await ask(path);
  return answers;
}

test("what is exported, imported into an empty publication and exported again is the same, byte for byte, and so is what readers get", {
  timeout: 60_000,
}, async () => {
  await using other = await startTestApp({ model: fixtureModel });
  const report = await importFrom("first", other);
  expect(report).toMatchObject({ failed: [], kept: [], entries: { changed: 0, unchanged: 0, kept: 0 } });
  await exportTo("second", other);
  const [first, second] = [await filesBelow(join(folder, "first")), await filesBelow(join(folder, "second"))];
  expect(Object.keys(first)).toEqual(
    expect.arrayContaining([`event/con~${await idOf("con")}.draft.md`, "redirects.yaml"]),
  );
  expect(second).toEqual(first);
  const [before, after] = [await publicAnswers(server), await publicAnswers(other)];
  expect(Object.values(before).filter((answer) => answer.startsWith("200")).length).toBeGreaterThan(40);
  expect(after).toEqual(before);
  expect(await statuses(other)).toEqual(await statuses(server));

  const again = await importFrom("first", other);
  expect(again).toMatchObject({ published: 0, entries: { created: 0, changed: 0, kept: 0 } });
});

async function idOf(slug: string): Promise<string> {
  return (await server.deps.db.entry.findFirstOrThrow({ where: { slug } })).id;
}

async function statuses({ deps }: TestApp) {
  const rows = await deps.db.entry.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ id, stage, createdAt, updatedAt, firstPublishedAt, publishedVersion, version }) => ({
    id,
    stage,
    createdAt,
    updatedAt,
    firstPublishedAt,
    isPublished: publishedVersion !== null,
    isChanged: publishedVersion !== null && publishedVersion !== version,
  }));
}

test("an import that ended between two entries goes on when it is run again", async () => {
  await using other = await startTestApp({ model: fixtureModel });
  const cut = new AbortController();
  const run = importLetterpress(other.deps, actor, {
    source: importFolder(join(folder, "first")),
    overwrite: false,
    signal: cut.signal,
    onProgress: (line) => line.startsWith("Published 3 of") && cut.abort(),
  });
  await expect(run).rejects.toMatchObject({ name: "AbortError" });
  expect(await importFrom("first", other)).toMatchObject({ failed: [], kept: [] });
  await exportTo("continued", other);
  expect(await filesBelow(join(folder, "continued"))).toEqual(await filesBelow(join(folder, "first")));
});

test("an entry whose slug was taken since the check is listed as failed, and the others are brought in", async () => {
  await using other = await startTestApp({ model: fixtureModel });
  const { storage } = other.deps;
  let isTaken = false;
  const deps = {
    ...other.deps,
    storage: {
      ...storage,
      // Assets are written first: everything has been checked by then.
      async write(...given: Parameters<typeof storage.write>) {
        if (!isTaken) {
          isTaken = true;
          await createEntry(other.deps, actor, { type: "page", fields: { title: "Mine", slug: "about" } });
        }
        return storage.write(...given);
      },
    },
  };
  const report = await importFrom("first", { ...other, deps });
  expect(report.failed).toEqual([{ file: "page/about.md", message: expect.stringMatching(/^SLUG_TAKEN: /) }]);
  expect(await other.deps.db.entry.count()).toBe(await server.deps.db.entry.count());
});

describe("a folder", () => {
  test("that holds other files is not written to, and an earlier export is replaced without what is not its own", async () => {
    const place = join(folder, "place");
    await mkdir(place);
    await writeFile(join(place, "notes.txt"), "mine");
    await expect(openExportFolder(place)).rejects.toThrow("holds files that no export has written");
    await rm(join(place, "notes.txt"));
    await exportTo("place");
    await writeFile(join(place, "notes.txt"), "mine");
    await writeFile(join(place, "event/mine.md"), "mine");
    await exportTo("place", server, false);
    const files = await filesBelow(place);
    expect(Object.keys(files).filter((path) => path.endsWith(".draft.md"))).toEqual([]);
    expect(files).toMatchObject({ "notes.txt": btoa("mine"), "event/mine.md": btoa("mine") });
    await exportTo("place");
    const { "notes.txt": _notes, "event/mine.md": _mine, ...others } = await filesBelow(place);
    expect(others).toEqual(await filesBelow(join(folder, "first")));
  });

  test("is left as it was by an export that is refused, or ends early", async () => {
    await exportTo("kept");
    const path = "event/every-kind.draft.md";
    const before = await filesBelow(join(folder, "kept"));
    const manifest = join(folder, "kept/.letterpress-export");
    // As if somebody had written the file by hand.
    await writeFile(manifest, (await readFile(manifest, "utf8")).replace(`${path}\n`, ""));
    await expect(exportTo("kept")).rejects.toThrow(`no export has written ${path}`);
    const { ".letterpress-export": _manifest, ...files } = await filesBelow(join(folder, "kept"));
    const { ".letterpress-export": _before, ...same } = before;
    expect(Object.keys(files).filter((name) => !name.startsWith(".letterpress-unfinished"))).toEqual(
      Object.keys(same),
    );
  });
});

describe("files changed or written by hand", () => {
  test("become new revisions and are published, what is newer here is kept unless it is to be overwritten", async () => {
    await using other = await startTestApp({ model: fixtureModel });
    await importFrom("first", other);
    await cp(join(folder, "first"), join(folder, "edited"), { recursive: true });
    const file = join(folder, "edited/page/about.md");
    await appendFile(file, "\nOne more line.\n");
    await writeFile(
      join(folder, "edited/event/by-hand.draft.md"),
      "---\r\ntitle: By hand\r\nhost: ada-example\r\n---\r\nWords\r\n".replace(
        "ada-example",
        (await server.deps.db.entry.findFirstOrThrow({ where: { type: "person" } })).slug,
      ),
    );
    const { version } = await other.deps.db.entry.findFirstOrThrow({ where: { slug: "about" } });
    expect(await importFrom("edited", other)).toMatchObject({
      published: 1,
      kept: [],
      failed: [],
      entries: { created: 1, changed: 1 },
    });
    const page = await other.deps.db.entry.findFirstOrThrow({ where: { slug: "about" } });
    expect(page).toMatchObject({ version: version + 1, publishedVersion: version + 1 });
    expect(await other.deps.db.entry.findFirstOrThrow({ where: { slug: "by-hand" } })).toMatchObject({
      title: "By hand",
      publishedVersion: null,
      fields: { notes: "Words" },
    });
    expect(await importFrom("edited", other)).toMatchObject({ entries: { created: 0, changed: 0, kept: 0 } });

    // The first export is older than that now.
    expect(await importFrom("first", other)).toMatchObject({ kept: ["page/about.md"], published: 0 });
    expect(await importFrom("first", other, true)).toMatchObject({ kept: [], published: 1 });
    expect(
      (await fetch(`${other.url}/about`).then((response) => response.text())).includes("One more line"),
    ).toBe(false);
  });

  test("are all refused together, with file and line, and nothing is written", async () => {
    await using other = await startTestApp({ model: fixtureModel });
    await cp(join(folder, "first"), join(folder, "broken"), { recursive: true });
    const at = (path: string) => join(folder, "broken", path);
    await writeFile(at("event/one.md"), '---\ntitle: One\nprice: "dear"\nhost: nobody-known\n---\n');
    await writeFile(at("event/two.md"), "no front matter");
    await writeFile(at("event/three.md"), "---\ntitle: [\n---\n");
    await writeFile(at("event/four.md"), "---\ntitle: Four\nnope: 1\n---\n");
    await writeFile(at("redirects.yaml"), "- from: nowhere\n  to: /about\n");
    const first = await importFrom("broken", other).catch((error: unknown) => error);
    expect(first).toBeInstanceOf(ImportRefused);
    expect((first as ImportRefused).problems).toEqual([
      { file: "redirects.yaml", line: 1, message: "Use a path such as /old/address." },
      expect.objectContaining({ file: "event/three.md", line: 2 }),
      expect.objectContaining({ file: "event/two.md", line: 1 }),
    ]);
    for (const name of ["event/two.md", "event/three.md", "redirects.yaml"]) await rm(at(name));
    const names = await filesBelow(folder);
    const asset = Object.keys(names).find((path) => /^broken\/assets\/[^/]*\.txt$/.test(path)) ?? "";
    await writeFile(join(folder, asset), "Stay!\r\n");
    const second = (await importFrom("broken", other).catch((error: unknown) => error)) as ImportRefused;
    expect(second.problems.map(({ file, line }) => `${file}:${line}`)).toEqual(
      expect.arrayContaining([
        `${asset.replace("broken/", "")}:0`,
        "event/one.md:3",
        "event/one.md:4",
        "event/four.md:3",
      ]),
    );
    expect(await other.deps.db.entry.count()).toBe(0);
    expect(await other.deps.db.asset.count()).toBe(0);
  });
});
