import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const exclude = ["test/processes/**"];

// Each package and app is a project, named as in its package.json: `vitest --project @letterpress/db`.
const projects = ["packages", "apps"]
  .flatMap((group) =>
    readdirSync(join(import.meta.dirname, group)).map((folder) => join(import.meta.dirname, group, folder)),
  )
  .filter((root) => existsSync(join(root, "package.json")))
  .map((root) => {
    const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { name: string };
    return { extends: true as const, test: { name, root, include: ["test/**/*.test.{ts,tsx}"], exclude } };
  });

// Tests of several servers at once, some of which measure how late they are: after all others, one by one.
const processes = {
  extends: true as const,
  test: {
    name: "processes",
    root: join(import.meta.dirname, "apps/server"),
    include: ["test/processes/**/*.test.ts"],
    sequence: { groupOrder: 1 },
    maxWorkers: 1,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
};

export default defineConfig({
  test: {
    projects: [...projects, processes],
    // Once per run, for all projects: starts PostgreSQL and migrates the database that test files clone.
    globalSetup: ["packages/db/testing/global-setup.ts"],
    watch: false,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
