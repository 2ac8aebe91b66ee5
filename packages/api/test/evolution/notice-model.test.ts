import { blocks, defineContentModel, defineType, group, number, select, text } from "@letterpress/model";
import type { ContentModel } from "@letterpress/model/content-type";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noticeModel } from "../../src/evolution/notice-model.ts";
import { upgradePublished } from "../../src/evolution/upgrade-published.ts";
import { createTestApi, nobody, system, type TestApi } from "../test-api.ts";
import { deployed, recipesOne, recipesTwo, recipesWithMore } from "./recipes.ts";

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});
afterEach(() => api[Symbol.asyncDispose]());

/** Starts a server with this content model; gives what it says. */
async function start(model: ContentModel, signal = new AbortController().signal): Promise<string[]> {
  const lines: string[] = [];
  await noticeModel({ ...api.deps, model }, { say: (line) => lines.push(line), signal });
  return lines;
}

async function publish(model: typeof recipesOne, fields: Record<string, unknown>): Promise<string> {
  const { recipe } = deployed(api, model, system).entries;
  const { id } = await recipe.create({ fields: fields as never });
  await recipe.publish({ id, expectedVersion: 1 });
  return id;
}

function minutesOf(text: unknown): number {
  const minutes = Number(text);
  if (Number.isNaN(minutes)) throw new Error("no number");
  return minutes;
}

const recipe = (fields: Parameters<typeof defineType>[1]["fields"], version: 1 | 2 = 1) =>
  defineContentModel([
    defineType("recipe", {
      version,
      upgrade: version === 1 ? {} : { 1: (old) => ({ ...old, minutes: minutesOf(old.minutes) }) },
      fields: { title: text(), ...fields },
    }),
  ]);
const withText = recipe({ minutes: text().optional() });
const withNumber = recipe({ minutes: number().optional() }, 2);
const soup = { title: "Soup", method: "Stir.", duration: "20" };

describe("what a start says", () => {
  test("is nothing on a new database, and nothing when nothing changed", async () => {
    expect(await start(recipesOne)).toEqual([]);
    await publish(recipesOne, soup);
    expect(await start(recipesOne)).toEqual([]);
  });

  test("is each change once", async () => {
    await start(recipesOne);
    expect(await start(recipesTwo)).not.toEqual([]);
    expect(await start(recipesTwo)).toEqual([]);
  });

  test("is what waits for an upgrade, until that is done", async () => {
    await start(withText);
    const { recipe: editor } = deployed(api, withText, system).entries;
    const { id } = await editor.create({ fields: { title: "Soup", minutes: "20" } as never });
    await editor.publish({ id, expectedVersion: 1 });
    await start(withNumber);
    const waiting = "1 published entry is in version 1 of recipe: run npm run letterpress -- content upgrade";
    expect(await start(withNumber)).toEqual([waiting]);
    const deps = { ...api.deps, model: withNumber };
    const signal = new AbortController().signal;
    await upgradePublished(deps, system, {
      types: Object.values(withNumber),
      all: false,
      dryRun: false,
      signal,
      onProgress: () => {},
    });
    expect(await start(withNumber)).toEqual([]);
  });

  test("of an older database is to render everything once", async () => {
    await publish(recipesOne, soup);
    expect(await start(recipesOne)).toEqual([
      "Entries were published before their types were recorded: run npm run letterpress -- content upgrade --all once.",
    ]);
    expect(await start(recipesOne)).toEqual([]);
  });

  test("of a new version is how many published entries are older, and what to run", async () => {
    await start(recipesOne);
    await publish(recipesOne, soup);
    await publish(recipesOne, soup);
    expect(await start(recipesTwo)).toEqual([
      "recipe went from version 1 to 2. Drafts are upgraded as they are read. 2 published entries are in version 1 of recipe: run npm run letterpress -- content upgrade",
      "The field title is gone from recipe: what becomes of its values is for the upgrade to version 2 to say.",
      "The field duration is gone from recipe: what becomes of its values is for the upgrade to version 2 to say.",
      "recipe has a new field, name, which publishing asks for: what is published reads with an empty one until it is published again or upgraded.",
      "recipe has a new field, minutes, which publishing asks for: what is published reads with an empty one until it is published again or upgraded.",
    ]);
  });

  test("of a rollback is what becomes of what the newer version has saved", async () => {
    await start(recipesTwo);
    const [line] = await start(recipesOne);
    expect(line).toBe(
      "recipe went back from version 2 to 1: what version 2 has saved can be read, and changed again once that is back.",
    );
  });

  test("of a rollback that brings the kind of a field back is how older entries are found by it again", async () => {
    await start(withNumber);
    expect(await start(withText)).toContain(
      "The field minutes of recipe went back from number to text: if it stays so, published entries are found by it again after npm run letterpress -- content upgrade --all --type recipe",
    );
  });

  test("of types that come and go is that nothing is deleted", async () => {
    const cooks = defineContentModel([recipesOne.cook]);
    expect(await start(cooks)).toEqual([]);
    expect(await start(recipesOne)).toEqual(["recipe is a new content type. Nothing to do."]);
    const id = await publish(recipesOne, soup);
    expect(await start(cooks)).toEqual([
      "recipe is no content type any more: its 1 entry cannot be reached until it is one again. Nothing is deleted.",
    ]);
    expect(await start(recipesOne)).toEqual([
      "recipe is a content type again, with the 1 entry that it had.",
    ]);
    expect(await deployed(api, recipesOne, nobody).content.recipe.get({ id })).toMatchObject({
      title: "Soup",
    });
  });

  test("of a field that is gone is how many drafts hold it, those in the bin aside", async () => {
    const fields = { notes: text().optional(), level: select(["easy", "hard"]).optional() };
    await start(recipe(fields));
    const { entries } = deployed(api, recipe(fields), system);
    for (const level of ["easy", "hard", "hard"])
      await entries.recipe?.create({ fields: { title: "T", notes: "N", level } as never });
    const binned = await entries.recipe?.create({
      fields: { title: "B", notes: "N", level: "hard" } as never,
    });
    await entries.recipe?.delete({ id: binned?.id ?? "", expectedVersion: 1 });
    expect(await start(recipe({ level: select(["easy"]).optional() }))).toEqual([
      "The field notes is gone from recipe: 3 drafts still hold it; nothing is deleted.",
      "hard can no longer be chosen for level of recipe: 2 drafts still hold it; publishing asks for another, and published entries keep it.",
    ]);
    expect((await api.db.entry.findFirst({ select: { fields: true } }))?.fields).toMatchObject({
      notes: "N",
    });
  });

  test("of a kind of block that is gone is how many drafts hold one", async () => {
    const [talk, pause] = [group({ speaker: text() }), group({})];
    const before = recipe({ program: blocks({ talk, pause }) });
    await start(before);
    const program = [{ type: "talk", speaker: "Ann" }, { type: "pause" }];
    await deployed(api, before, system).entries.recipe?.create({ fields: { title: "T", program } as never });
    expect(await start(recipe({ program: blocks({ talk }) }))).toEqual([
      "pause can no longer be chosen for program of recipe: 1 draft still holds it; publishing asks for another, and published entries read without it.",
    ]);
  });

  test("of another kind without a new version is to count it up", async () => {
    await start(recipe({ minutes: text() }));
    expect(await start(recipe({ minutes: number() }))).toEqual([
      'The field minutes of recipe changed from text to number without a new version: older published entries read as if it was missing until they are published again or upgraded. Count up "version" of recipe, with a step that converts the values.',
    ]);
  });

  test("is said again by the next start when this one was interrupted", async () => {
    await start(recipesOne);
    await expect(start(recipesTwo, AbortSignal.abort())).rejects.toThrow();
    expect(await start(recipesTwo)).not.toEqual([]);
  });
});

describe("entries that were published before a field was there", () => {
  const list = (query: object) =>
    (deployed(api, recipesWithMore, nobody).content.recipe as { list(query: object): Promise<unknown> }).list(
      query,
    ) as Promise<{ items: { title: string; publishedAt: Date }[] }>;
  const titles = async (query: object) => (await list(query)).items.map((entry) => entry.title);

  beforeEach(async () => {
    await start(recipesOne);
    await publish(recipesOne, { ...soup, title: "Old" });
    expect(await start(recipesWithMore)).toEqual(
      ["servings", "calories", "diets", "seasonal"].map(
        (field) => `recipe has a new field, ${field}. Nothing to do.`,
      ),
    );
    await publish(recipesWithMore as never, {
      ...soup,
      title: "New",
      servings: 4,
      calories: 100,
      diets: ["halal"],
    });
  });

  test("are not hidden by an order by it", async () => {
    expect((await titles({ orderBy: "servings" })).sort()).toEqual(["New", "Old"]);
    expect((await titles({ orderBy: "-servings" })).sort()).toEqual(["New", "Old"]);
    expect(await titles({ orderBy: "calories" })).toEqual(["New", "Old"]);
  });

  test("are found by its default, as they read", async () => {
    expect(await titles({ where: { calories: 500 } })).toEqual(["Old"]);
    expect(await titles({ where: { diets: { contains: "vegan" } } })).toEqual(["Old"]);
    expect((await titles({ where: { seasonal: false } })).sort()).toEqual(["New", "Old"]);
  });
});

describe("facets", () => {
  const facets = async (id: string, field: string) =>
    (await api.db.facet.findMany({ where: { entryId: id, field }, orderBy: { value: "asc" } })).map(
      (one) => one.value,
    );
  const published = async (model: ContentModel, fields: object) => {
    const { recipe } = deployed(api, model, system).entries;
    const { id } = (await recipe?.create({ fields: { title: "T", ...fields } })) ?? { id: "" };
    await recipe?.publish({ id, expectedVersion: 1 });
    return id;
  };

  test("of a default are those of entries without a value, and no others", async () => {
    const optional = recipe({ level: select(["easy", "hard"]).optional() });
    await start(optional);
    const [without, withOne] = [await published(optional, {}), await published(optional, { level: "easy" })];
    expect(await facets(without, "level")).toEqual([""]);
    await start(recipe({ level: select(["easy", "hard"]).default("hard") }));
    expect(await facets(without, "level")).toEqual(["hard"]);
    expect(await facets(withOne, "level")).toEqual(["easy"]);
  });

  test("of another kind are not mixed with those of the kind before", async () => {
    const words = recipe({ minutes: text() });
    await start(words);
    const id = await published(words, { minutes: "20" });
    await start(recipe({ minutes: number().optional() }));
    expect(await facets(id, "minutes")).toEqual([""]);
  });

  test("of the current version stay when a start finds them there: upgraded before it, or after a rollback", async () => {
    await start(withText);
    const [upgraded, older] = [
      await published(withText, { minutes: "20" }),
      await published(withText, { minutes: "x" }),
    ];
    await upgradePublished({ ...api.deps, model: withNumber }, system, {
      types: Object.values(withNumber),
      all: false,
      dryRun: false,
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    const right = await facets(upgraded, "minutes");
    expect(right).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
    for (const model of [withNumber, withText, withNumber]) {
      await start(model);
      expect(await facets(upgraded, "minutes")).toEqual(right);
      expect(await facets(older, "minutes")).toEqual([""]);
    }
  });

  test("of entries that were published before types were recorded hide none of them in any order", async () => {
    const id = await publish(recipesOne, soup);
    await api.db.facet.deleteMany({ where: { entryId: id } });
    await start(recipesOne);
    const { content } = deployed(api, recipesOne, nobody);
    expect((await content.recipe.list({ orderBy: "title" })).items).toMatchObject([{ id }]);
  });

  test("that an entry has are kept when its field comes back", async () => {
    const withLevel = recipe({ level: select(["easy", "hard"]).optional() });
    await start(withLevel);
    const id = await published(withLevel, { level: "hard" });
    await start(recipe({}));
    await start(withLevel);
    expect(await facets(id, "level")).toEqual(["hard"]);
  });
});
