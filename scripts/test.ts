import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Everything that must hold, in the order in which it is quickest to fail. The bootstrap has built what is stale.

const report = join(tmpdir(), `letterpress-tests-${process.pid}.json`);
const only = process.argv.slice(2);

const steps: [name: string, program: string, args: string[]][] = [
  ["Formatting and lint", "biome", ["ci", "--error-on-warnings", "."]],
  ["Types", "turbo", ["run", "check-types", "--ui=stream", "--output-logs=errors-only", "--log-prefix=none"]],
  ["Unused code and dependencies", "knip", ["--no-progress"]],
];

let failed = 0;
let passed = 0;
if (only.length === 0)
  for (const [name, program, args] of steps) {
    console.log(`\n── ${name}`);
    if ((await run(program, args)) === 0) passed++;
    else failed++;
  }
console.log("\n── Tests");
const code = await run("vitest", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...only,
]);
const tests = counts();
rmSync(report, { force: true });
passed += tests.numPassedTests;
// A file that cannot be loaded fails without a failed test.
failed += tests.numFailedTests + (code !== 0 && tests.numFailedTests === 0 ? 1 : 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function run(program: string, args: string[]): Promise<number> {
  const child = spawn(program, args, { stdio: "inherit" });
  const [exitCode] = await once(child, "exit");
  return exitCode ?? 1;
}

function counts(): { numPassedTests: number; numFailedTests: number } {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1 };
  }
}
