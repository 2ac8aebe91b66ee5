// Runs on whatever Node ≥ 20 the machine has, before anything is installed: so plain JavaScript, and nothing but Node.
// It brings the pinned Node and the dependencies, builds what is stale, and hands over to the command.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run, runQuietly } from "./run.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, "node_modules", ".bin");
const stamp = join(root, "node_modules", ".letterpress-installed");
const node = join(bin, "node");

const commands = {
  // New objects get 16 MB before the old ones among them are moved: with 4 MB, 30 MB less of memory, a
  // read from the database would take a tenth longer.
  start: { build: ["build"], run: ["--max-semi-space-size=8", "apps/server/dist/main.js"] },
  dev: { build: ["build", "--filter=@letterpress/client"], run: ["apps/server/src/dev.ts"] },
  letterpress: { build: ["generate"], run: ["apps/server/src/letterpress.ts"] },
  bench: { build: ["build"], run: ["bench/src/main.ts"] },
  test: { build: ["build"], run: ["scripts/test.ts"] },
};

const [name = "", ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) fail(`There is no command "${name}": use one of ${Object.keys(commands).join(", ")}.`);
if (Number(process.versions.node.split(".")[0]) < 20)
  fail(`Letterpress needs Node 20 or later to begin with; this is ${process.version}.`);

await install();
const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
};
await build();
await run(node, [...command.run, ...args], { cwd: root, env });

/** Installs when a manifest or the lock file is not what was installed last. */
async function install() {
  const wanted = manifestsHash();
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installing dependencies: the first time this takes a minute …");
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const npm = process.env.npm_execpath ?? "";
  const [program, ...first] = npm.endsWith(".js") ? [process.execPath, npm] : ["npm"];
  const pnpm = ["exec", "--yes", `--package=${packageManager}`, "--", "pnpm", "install", "--frozen-lockfile"];
  await runQuietly(program, [...first, ...pnpm], {
    cwd: root,
    env: process.env,
    shows: /^(Progress: .*|Done in .*)/,
  });
  writeFileSync(stamp, wanted);
}

function manifestsHash() {
  const rooms = ["apps", "packages"].flatMap((group) =>
    readdirSync(join(root, group)).map((room) => join(group, room, "package.json")),
  );
  const files = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...rooms];
  const hash = createHash("sha256").update(process.platform + process.arch);
  for (const file of files) if (existsSync(join(root, file))) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** Turbo knows what is stale. */
async function build() {
  const turbo = ["run", ...command.build, "--ui=stream", "--output-logs=errors-only", "--log-prefix=none"];
  const slow = setTimeout(() => console.log("Building what has changed …"), 1500);
  await runQuietly(join(bin, "turbo"), turbo, { cwd: root, env });
  clearTimeout(slow);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
