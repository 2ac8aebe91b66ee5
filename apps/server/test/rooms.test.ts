import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";

const root = new URL("../../../", import.meta.url);

/** The rooms that each room may import, at run time or for its types. */
const below: Record<string, string[]> = {
  "packages/model": [],
  "packages/content": ["model"],
  "packages/db": [],
  "packages/api": ["content", "db", "model"],
  "packages/client": ["api", "model"],
  "apps/web": ["client"],
  "apps/server": ["api", "client", "content", "db", "model", "web"],
};

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const read = async (room: string): Promise<Manifest> =>
  JSON.parse(await readFile(new URL(`${room}/package.json`, root), "utf8"));

test("every room is in this list", async () => {
  const rooms = await Promise.all(
    ["apps", "packages"].map(async (group) =>
      (await readdir(new URL(group, root))).map((name) => `${group}/${name}`),
    ),
  );
  expect(rooms.flat().sort()).toEqual(Object.keys(below).sort());
});

describe.each(Object.entries(below))("%s", (room, allowed) => {
  test("names only the rooms below it", async () => {
    const { dependencies = {}, devDependencies = {} } = await read(room);
    const rooms = Object.keys({ ...dependencies, ...devDependencies })
      .filter((name) => name.startsWith("@letterpress/"))
      .map((name) => name.slice("@letterpress/".length));
    expect(rooms.filter((name) => !allowed.includes(name))).toEqual([]);
  });
});

test("the model knows zod and nothing else, and the API no HTTP", async () => {
  expect(Object.keys((await read("packages/model")).dependencies ?? {})).toEqual(["zod"]);
  const api = Object.keys((await read("packages/api")).dependencies ?? {});
  expect(api.filter((name) => /fastify|express|^http|cookie/.test(name))).toEqual([]);
});

test("versions are written in the catalog alone", async () => {
  for (const room of ["", ...Object.keys(below)]) {
    const { dependencies = {}, devDependencies = {} } = await read(room || ".");
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect([name, version]).toEqual([name, name.startsWith("@letterpress/") ? "workspace:*" : "catalog:"]);
  }
});
