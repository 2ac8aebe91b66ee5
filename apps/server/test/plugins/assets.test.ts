import { updateAsset } from "@letterpress/api/assets/update-asset";
import { safe } from "@letterpress/client";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedInClient, startTestApp, type TestApp } from "../test-app.ts";

let server: TestApp;
let press: Awaited<ReturnType<typeof signedInClient>>;
let png: Buffer<ArrayBuffer>;
beforeAll(async () => {
  server = await startTestApp();
  press = await signedInClient(server.url);
  png = Buffer.from(
    await sharp({ create: { width: 1000, height: 500, channels: 3, background: "#d6402b" } })
      .png()
      .toBuffer(),
  );
});
afterAll(() => server[Symbol.asyncDispose]());

const picture = (type = "image/png") => new Blob([png], { type });
const codeOf = async (call: Promise<unknown>) => {
  const result = await safe(call);
  return result.ok ? "accepted" : result.error.code;
};

test("what is said of a picture changes on the published pages that show it", async () => {
  const asset = await press.upload(picture(), { alt: "Before" });
  const person = await press.entries.person.create({ fields: { name: "Portrayed", portrait: asset.id } });
  await press.entries.person.publish({ id: person.id, expectedVersion: 1 });
  await press.assets.update({ id: asset.id, alt: "After", focalPoint: { x: 0.25, y: 0.75 } });
  const { portrait } = await press.content.person.get({ id: person.id });
  expect(portrait).toMatchObject({ alt: "After", focalPoint: { x: 0.25, y: 0.75 } });
});

test("what a contributor says of a picture shows when an editor publishes again, not before", async () => {
  const asset = await press.upload(picture(), { alt: "By an editor" });
  const person = await press.entries.person.create({
    fields: { name: "Portrayed again", portrait: asset.id },
  });
  await press.entries.person.publish({ id: person.id, expectedVersion: 1 });
  const contributor = { kind: "user", userId: "", name: "", email: "", role: "contributor" } as const;
  await server.deps.db.asset.update({ where: { id: asset.id }, data: { createdById: null } });
  await expect(updateAsset(server.deps, contributor, { id: asset.id, alt: "x" })).rejects.toThrow();
  const { id: userId } = await server.deps.db.user.create({
    data: { email: "c@example.com", name: "C", role: "contributor", passwordHash: "" },
  });
  await server.deps.db.asset.update({ where: { id: asset.id }, data: { createdById: userId } });
  await updateAsset(server.deps, { ...contributor, userId }, { id: asset.id, alt: "By a contributor" });
  expect((await press.content.person.get({ id: person.id })).portrait?.alt).toBe("By an editor");
  await press.entries.person.publish({ id: person.id, expectedVersion: 1 });
  expect((await press.content.person.get({ id: person.id })).portrait?.alt).toBe("By a contributor");
});

test("changing what is said of a picture never undoes what is published at the same time", async () => {
  const asset = await press.upload(picture());
  const { id } = await press.entries.page.create({ fields: { title: "Busy", cover: asset.id, body: "0" } });
  await press.entries.page.publish({ id, expectedVersion: 1 });
  for (let round = 1; round <= 20; round++) {
    await press.entries.page.save({ id, expectedVersion: round, fields: { body: String(round) } });
    await Promise.all([
      press.entries.page.publish({ id, expectedVersion: round + 1 }),
      press.assets.update({ id: asset.id, alt: `Alt ${round}` }),
    ]);
    const page = await press.content.page.get({ id });
    expect([page.body.source, page.cover?.alt]).toEqual([String(round), `Alt ${round}`]);
  }
});

describe("deleting an asset", () => {
  test("takes its files away", async () => {
    const asset = await press.upload(picture());
    await press.assets.delete({ id: asset.id.toUpperCase() });
    expect((await fetch(server.url + asset.url)).status).toBe(404);
    expect(await codeOf(press.assets.get({ id: asset.id }))).toBe("ASSET_MISSING");
  });

  test("is refused while an entry shows it, in a field or in its text", async () => {
    const asset = await press.upload(picture());
    const entry = await press.entries.page.create({
      fields: { title: "Shows it", body: `![x](${asset.url})` },
    });
    const result = await safe(press.assets.delete({ id: asset.id }));
    if (result.ok || result.error.code !== "ASSET_IN_USE") throw new Error("It was not refused.");
    expect(result.error.details.by).toEqual([{ type: "page", id: entry.id, title: "Shows it" }]);
  });
});
