import { contentModel } from "@letterpress/content/content-model";
import { createTestDatabase } from "@letterpress/db/testing/create-test-database";
import { describeType } from "@letterpress/model/describe-type";
import { expect, test } from "vitest";
import { useServers } from "./use-servers.ts";

const { start } = useServers();

test("a start says what changed in the content types since the last one, and serves", {
  timeout: 90_000,
}, async () => {
  await using database = await createTestDatabase();
  // Somebody's publication: the example has no place in it.
  await database.db.user.create({
    data: { email: "a@example.com", name: "A", role: "owner", passwordHash: "none" },
  });
  const first = await start({ DATABASE_URL: database.url });
  expect(first.output()).not.toContain("tag");
  first.child.kill("SIGTERM");
  await first.ended;

  const description = describeType(contentModel.tag);
  const fields = description.fields.filter((field) => field.name !== "description");
  await database.db.contentType.update({
    where: { name: "tag" },
    data: { description: JSON.parse(JSON.stringify({ ...description, fields })) as object },
  });
  const second = await start({ DATABASE_URL: database.url });
  expect(second.output()).toContain("\ntag has a new field, description. Nothing to do.\n");
  expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
  second.child.kill("SIGTERM");
  await second.ended;
  expect((await database.db.contentType.findUnique({ where: { name: "tag" } }))?.description).toEqual(
    description,
  );
});
