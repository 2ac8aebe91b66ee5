import { AssetFileMissing } from "@letterpress/api/export/export-assets";
import { ImportRefused } from "@letterpress/api/import-letterpress/problem";
import { DatabaseUnusable } from "@letterpress/db/database-unusable";
import { ExportRefused } from "./adapters/export-folder.ts";
import { BackupUnusable } from "./backup/backup-unusable.ts";
import { SettingError } from "./env.ts";
import { ChildEnded } from "./supervisor/child-ended.ts";

/** Errors that an operator can mend by what they say. */
const sentences = [
  SettingError,
  ChildEnded,
  DatabaseUnusable,
  BackupUnusable,
  ExportRefused,
  AssetFileMissing,
  ImportRefused,
];

/** What to print for an error: a sentence for what an operator can mend. The rest is a bug, and its stack helps. */
export function operatorMessage(error: unknown): unknown {
  return error instanceof Error && sentences.some((kind) => error instanceof kind) ? error.message : error;
}
