import { countContent } from "@letterpress/db/count-content";
import type { ContentType } from "@letterpress/model/content-type";
import { noId } from "@letterpress/model/uuid";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { upgradeEntry } from "./upgrade-entry.ts";
import { whyNotUpgraded } from "./why-not-upgraded.ts";

interface UpgradeRun {
  /** Only these content types. */
  types: ContentType[];
  /** Also entries that are of the current version, to render them again. */
  all: boolean;
  /** Do all but write. */
  dryRun: boolean;
  /** The run ends after the entry that it is at. */
  signal: AbortSignal;
  /** Called after each batch. */
  onProgress: (progress: UpgradeProgress) => void;
}

export interface UpgradeProgress {
  type: string;
  done: number;
  of: number;
  /** How many of these cannot be upgraded. */
  failed: number;
}

export interface UpgradeReport {
  upgraded: number;
  failed: { type: string; id: string; title: string; reason: string }[];
  /** Of a version that only a later deployment knows: left alone. */
  newer: number;
}

const batchSize = 100;

/**
 * Brings what readers see of entries to the current version of their types. Each entry is upgraded in a transaction of
 * its own, so that a run can be ended and started again at any time, beside a running server. An entry that cannot be
 * upgraded stays as it was, and is in the report.
 */
export async function upgradePublished(deps: Deps, actor: Actor, run: UpgradeRun): Promise<UpgradeReport> {
  const report: UpgradeReport = { upgraded: 0, failed: [], newer: 0 };
  for (const type of run.types) {
    const { published } = await countContent(deps.db, type.name);
    const sum = (chosen: (version: number) => boolean) =>
      published.reduce((total, row) => total + (chosen(row.schemaVersion) ? row.count : 0), 0);
    report.newer += sum((version) => version > type.version);
    const of = sum((version) => version < type.version || (run.all && version === type.version));
    if (of > 0) await upgradeType(deps, actor, { ...run, type, of }, report);
  }
  return report;
}

async function upgradeType(
  deps: Deps,
  actor: Actor,
  { type, of, all, dryRun, signal, onProgress }: UpgradeRun & { type: ContentType; of: number },
  report: UpgradeReport,
): Promise<void> {
  const failedBefore = report.failed.length;
  let done = 0;
  let after = noId;
  while (!signal.aborted) {
    const batch = await deps.db.publishedEntry.findMany({
      where: {
        type: type.name,
        schemaVersion: all ? { lte: type.version } : { lt: type.version },
        entryId: { gt: after },
      },
      orderBy: { entryId: "asc" },
      take: batchSize,
      select: { entryId: true, title: true },
    });
    for (const { entryId, title } of batch) {
      if (signal.aborted) break;
      try {
        if (await upgradeEntry(deps, actor, { type, entryId, all, dryRun })) report.upgraded++;
      } catch (error) {
        report.failed.push({ type: type.name, id: entryId, title, reason: whyNotUpgraded(error) });
      }
      done++;
      after = entryId;
    }
    // Others may be published, or unpublished, meanwhile.
    if (batch.length > 0)
      onProgress({
        type: type.name,
        done,
        of: Math.max(of, done),
        failed: report.failed.length - failedBefore,
      });
    if (batch.length < batchSize) return;
  }
}
