import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

const exclude = ["test/processes/**"];

// Most of their files take less time than a process and its imports: the files of one worker share them. Nothing in these
// rooms is kept from one test to the next.
const pure = ["@letterpress/web", "@letterpress/model", "@letterpress/client"];

// Each package and app is a project, named as in its package.json: `vitest --project @letterpress/db`.
const projects: TestProjectInlineConfiguration[] = ["packages", "apps"]
  .flatMap((group) =>
    readdirSync(join(import.meta.dirname, group)).map((folder) => join(import.meta.dirname, group, folder)),
  )
  .filter((root) => existsSync(join(root, "package.json")))
  .map((root) => {
    const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { name: string };
    const isolate = !pure.includes(name);
    return { extends: true, test: { name, root, include: ["test/**/*.test.{ts,tsx}"], exclude, isolate } };
  });

// Tests of several servers at once come after all others; those that measure how late they are run by themselves.
const measured = ["schedules", "overload"].map((name) => `test/processes/${name}.test.ts`);
const processes = {
  root: join(import.meta.dirname, "apps/server"),
  testTimeout: 180_000,
};
projects.push(
  {
    extends: true,
    test: {
      ...processes,
      name: "processes",
      include: ["test/processes/**/*.test.ts"],
      exclude: measured,
      sequence: { groupOrder: 1 },
    },
  },
  {
    extends: true,
    test: { ...processes, name: "measured", include: measured, sequence: { groupOrder: 2 }, maxWorkers: 1 },
  },
);

export default defineConfig({
  test: {
    projects,
    // Once per run, for all projects: starts PostgreSQL and migrates the database that test files clone.
    globalSetup: ["packages/db/testing/global-setup.ts"],
    watch: false,
    // Several times what anything takes: machines that others use, too, are slower now and then.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    pool: "forks",
    maxWorkers: 2,
  },
});
