import type { Prisma } from "@letterpress/db/generated/client";
import { defineContentModel } from "@letterpress/model/define-content-model";
import { defineType } from "@letterpress/model/define-type";
import { blocks } from "@letterpress/model/fields/blocks";
import { file } from "@letterpress/model/fields/file";
import { group } from "@letterpress/model/fields/group";
import { image } from "@letterpress/model/fields/image";
import { list } from "@letterpress/model/fields/list";
import { markdown } from "@letterpress/model/fields/markdown";
import { text } from "@letterpress/model/fields/text";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deleteAsset } from "../../src/assets/delete-asset.ts";
import { updateAsset } from "../../src/assets/update-asset.ts";
import type { Deps } from "../../src/deps.ts";
import { createEntry } from "../../src/entries/create-entry.ts";
import { saveEntry } from "../../src/entries/save-entry.ts";
import { publishEntry } from "../../src/publishing/publish-entry.ts";
import { createTestApi, errorOf, system, type TestApi } from "../test-api.ts";

const show = defineType("show", {
  label: "Show",
  fields: {
    title: text(),
    body: markdown().optional(),
    cover: image().optional(),
    sound: file({ accept: ["audio/*"] }).optional(),
    stage: group({ name: text().optional(), plan: image().optional() }).optional(),
    acts: list(group({ name: text(), photos: list(image()).optional() })).optional(),
    program: blocks({
      quote: group({ words: text() }),
      picture: group({ shown: image(), score: file().optional() }),
    }).optional(),
  },
});

let api: TestApi;
let deps: Deps;
beforeAll(async () => {
  api = await createTestApi();
  deps = { ...api.deps, model: defineContentModel([show]) };
});
afterAll(() => api[Symbol.asyncDispose]());

const createAsset = async (data: Partial<Prisma.AssetUncheckedCreateInput> = {}) =>
  (
    await api.db.asset.create({
      data: { filename: "a", mimeType: "image/png", size: 1, sha256: "", ...data },
      select: { id: true },
    })
  ).id;
const createPicture = (alt = "Before") =>
  createAsset({ width: 1, height: 1, placeholder: "", variants: [], alt });
const createFile = (mimeType: string) => createAsset({ kind: "file", mimeType });

const publish = async (fields: Record<string, unknown>) => {
  const entry = { type: "show", fields: { title: "Shown", ...fields } };
  const { id } = await createEntry(deps, system, entry);
  await publishEntry(deps, system, { type: "show", id, expectedVersion: 1 });
  return id;
};
const published = async (entryId: string) => {
  const row = await api.db.publishedEntry.findUniqueOrThrow({ where: { entryId } });
  return row.fields as Record<string, unknown>;
};

describe("publishing asks that an asset is what its field takes", () => {
  test("a file in a picture field is an issue at the field, at any depth", async () => {
    const [pdf, picture] = [await createFile("application/pdf"), await createPicture()];
    const error = await errorOf(
      publish({ cover: pdf, acts: [{ name: "One", photos: [picture, pdf] }], stage: { plan: pdf } }),
    );
    const message = "Choose a picture: this one is application/pdf.";
    expect([error.errorCode, error.details]).toMatchObject([
      "ENTRY_INCOMPLETE",
      {
        issues: [
          { path: "fields.cover", message },
          { path: "fields.stage.plan", message },
          { path: "fields.acts.0.photos.1", message },
        ],
      },
    ]);
  });

  test("a file of a kind that is not accepted is an issue, one that is accepted is published", async () => {
    const error = await errorOf(publish({ sound: await createFile("video/mp4") }));
    expect([error.errorCode, error.details]).toMatchObject([
      "ENTRY_INCOMPLETE",
      {
        issues: [
          { path: "fields.sound", message: "Choose a file of the kind audio/*: this one is video/mp4." },
        ],
      },
    ]);
    const sound = await createFile("audio/mpeg");
    expect((await published(await publish({ sound }))).sound).toEqual({
      id: sound,
      url: `/media/${sound}/original.mp3`,
      filename: "a",
      mimeType: "audio/mpeg",
      size: 1,
    });
  });

  test("a file field without a list of kinds takes a picture too", async () => {
    const [shown, score] = [await createPicture(), await createPicture()];
    const id = await publish({ program: [{ type: "picture", shown, score }] });
    expect(await published(id)).toMatchObject({
      program: [{ shown: { id: shown }, score: { id: score, url: `/media/${score}/original.png` } }],
    });
  });

  test("an asset that is gone is missing", async () => {
    const id = "00000000-0000-7000-8000-000000000000";
    const error = await errorOf(publish({ program: [{ type: "picture", shown: id }] }));
    expect([error.errorCode, error.details]).toMatchObject([
      "REFERENCE_MISSING",
      { field: "program.0.shown", id },
    ]);
  });
});

describe("what is said of a picture changes", () => {
  test("wherever a published entry shows it in a picture field, and nowhere else", async () => {
    const [picture, other] = [await createPicture(), await createPicture("Other")];
    const id = await publish({
      body: `![In the text](/media/${picture}/original.png)`,
      cover: picture,
      stage: { name: "Main", plan: picture },
      acts: [{ name: "One", photos: [other, picture] }, { name: "Two" }],
      program: [
        { type: "quote", words: picture },
        { type: "picture", shown: picture },
        { type: "picture", shown: other, score: picture },
      ],
    });
    const untouched = await publish({ cover: other });
    const before = await published(id);
    await updateAsset(deps, system, { id: picture, alt: "After", focalPoint: { x: 0.25, y: 0.75 } });
    const after = { alt: "After", focalPoint: { x: 0.25, y: 0.75 } };
    const now = await published(id);
    expect(now).toMatchObject({
      cover: after,
      stage: { name: "Main", plan: after },
      acts: [{ name: "One", photos: [{ alt: "Other" }, after] }, { name: "Two" }],
      program: [
        { type: "quote", words: picture },
        { type: "picture", shown: after },
        { type: "picture", shown: { alt: "Other" } },
      ],
    });
    // All but the four places where the picture stands is as it was.
    const undone = JSON.parse(
      JSON.stringify(now)
        .replaceAll('"After"', '"Before"')
        .replaceAll('"focalPoint":{"x":0.25,"y":0.75}', '"focalPoint":{"x":0.5,"y":0.5}'),
    );
    expect(undone).toEqual(before);
    expect(await published(untouched)).toMatchObject({ cover: { alt: "Other" } });
  });

  test("in entries that were published with fewer or other fields, which stay as they are", async () => {
    const picture = await createPicture();
    const id = await publish({ cover: picture });
    const older = { title: "Older", stage: "no group yet", acts: { no: "list" }, program: [1, null, "x"] };
    await api.db.publishedEntry.update({ where: { entryId: id }, data: { fields: older } });
    await updateAsset(deps, system, { id: picture, alt: "After" });
    expect(await published(id)).toEqual(older);
  });

  test("without undoing what is published at the same time", async () => {
    const picture = await createPicture();
    const entry = { type: "show", fields: { title: "0", acts: [{ name: "0", photos: [picture] }] } };
    const { id } = await createEntry(deps, system, entry);
    await publishEntry(deps, system, { type: "show", id, expectedVersion: 1 });
    for (let round = 1; round <= 20; round++) {
      const shows = round % 3 > 0;
      const fields = { title: `${round}`, acts: [{ name: `${round}`, photos: shows ? [picture] : [] }] };
      await saveEntry(deps, system, { type: "show", id, expectedVersion: round, fields });
      await Promise.all([
        publishEntry(deps, system, { type: "show", id, expectedVersion: round + 1 }),
        updateAsset(deps, system, { id: picture, alt: `Alt ${round}` }),
      ]);
      expect(await published(id)).toMatchObject({
        title: `${round}`,
        acts: [{ name: `${round}`, photos: shows ? [{ alt: `Alt ${round}` }] : [] }],
      });
    }
  });

  test("but a file has no description", async () => {
    const id = await createFile("application/pdf");
    const error = await errorOf(updateAsset(deps, system, { id, alt: "x" }));
    expect(error.errorCode).toBe("BAD_INPUT");
    expect(await api.db.asset.findUniqueOrThrow({ where: { id } })).toMatchObject({ alt: "" });
  });
});

describe("an asset is not deleted", () => {
  test("while a published entry shows it anywhere, although its draft does not any more", async () => {
    const [picture, sound, inText] = [
      await createPicture(),
      await createFile("audio/mpeg"),
      await createPicture(),
    ];
    const id = await publish({
      sound,
      acts: [{ name: "One", photos: [picture] }],
      body: `[x](/media/${inText}/original.png)`,
    });
    await saveEntry(deps, system, {
      type: "show",
      id,
      expectedVersion: 1,
      fields: { sound: null, acts: null, body: null },
    });
    for (const asset of [picture, sound, inText]) {
      const error = await errorOf(deleteAsset(deps, system, { id: asset }));
      expect([error.errorCode, error.details]).toMatchObject([
        "ASSET_IN_USE",
        { by: [{ type: "show", id, title: "Shown" }] },
      ]);
    }
    await publishEntry(deps, system, { type: "show", id, expectedVersion: 2 });
    await deleteAsset(deps, system, { id: picture });
    expect(await api.db.asset.findUnique({ where: { id: picture } })).toBeNull();
  });
});
