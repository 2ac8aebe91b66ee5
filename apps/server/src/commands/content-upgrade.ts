import type { Deps } from "@letterpress/api/deps";
import {
  type UpgradeProgress,
  type UpgradeReport,
  upgradePublished,
} from "@letterpress/api/evolution/upgrade-published";
import { type Command, type CommandInput, UsageError } from "./command.ts";

/** Brings what readers see to the current version of its content types. */
export const contentUpgrade: Command = {
  name: ["content", "upgrade"],
  usage: "content upgrade [--dry-run] [--all] [--type NAME]",
  summary: "Brings published entries to the current version of their types; --all renders every one again.",
  options: { "dry-run": { type: "boolean" }, all: { type: "boolean" }, type: { type: "string" } },
  endsOnSignal: true,
  async run(deps, { options, arguments: [given], signal }) {
    if (given !== undefined) throw new UsageError(`${given} is no option: name a type with --type.`);
    const dryRun = options["dry-run"] === true;
    const report = await upgradePublished(
      deps,
      { kind: "system", name: "content upgrade" },
      {
        types: chosenTypes(deps, options.type),
        all: options.all === true,
        dryRun,
        signal,
        onProgress: showProgress,
      },
    );
    print(report, dryRun);
    if (signal.aborted) console.log("Stopped before the end: run it again to continue.");
    else if (report.failed.length > 0) process.exitCode = 1;
  },
};

function chosenTypes({ model }: Deps, name: CommandInput["options"][string]) {
  if (name === undefined) return Object.values(model);
  const type = typeof name === "string" && Object.hasOwn(model, name) ? model[name] : undefined;
  if (!type) throw new UsageError(`--type must be one of ${Object.keys(model).join(", ")}.`);
  return [type];
}

function showProgress({ type, done, of, failed }: UpgradeProgress): void {
  console.log(`${type}: ${done} of ${of}${failed > 0 ? `, ${failed} of them cannot be upgraded` : ""}`);
}

function print({ upgraded, failed, newer }: UpgradeReport, dryRun: boolean): void {
  if (dryRun) console.log(`${entries(upgraded)} can be upgraded. Nothing was written.`);
  else if (upgraded > 0) console.log(`Upgraded ${entries(upgraded)}.`);
  else if (failed.length === 0) console.log("Nothing to upgrade.");
  if (newer > 0)
    console.log(`${entries(newer)} of a version that only a newer deployment knows: left alone.`);
  if (failed.length === 0) return;
  const stay = failed.length === 1 ? "stays as it was" : "stay as they were";
  console.error(`\n${entries(failed.length)} cannot be upgraded, and ${stay}:`);
  for (const { type, title, id, reason } of failed)
    console.error(`  ${type} "${title}" ${id}\n    ${reason}`);
}

function entries(count: number): string {
  return `${count} published ${count === 1 ? "entry" : "entries"}`;
}
