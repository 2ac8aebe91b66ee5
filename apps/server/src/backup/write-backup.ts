import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress } from "node:zlib";
import { assetKeys } from "@letterpress/api/assets/asset-keys";
import type { Deps } from "@letterpress/api/deps";
import { type Dump, dumpDatabase } from "@letterpress/db/backup/dump-database";
import { syncFolder } from "../adapters/sync-folder.ts";
import {
  addToHash,
  type BackupEnd,
  type BackupHeader,
  endName,
  formatVersion,
  headerName,
  newHash,
  smallFile,
} from "./backup-format.ts";
import { type TarFile, writeTar } from "./tar.ts";

interface BackupRun {
  deps: Pick<Deps, "storage" | "clock">;
  databaseUrl: string;
  file: string;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

export interface BackupReport extends Omit<BackupEnd, "sha256"> {
  /** Files that storage should have and has not. */
  missing: string[];
}

/** Bytes of a piece of a table. */
const pieceSize = 4 * 1024 * 1024;

/**
 * Writes everything of a publication into one file: all rows as they are at one moment, and the files of the assets
 * among them. The file has its name when it is complete and on the disk, not before; what was there is replaced then.
 * Rejects with the signal's reason when that is aborted.
 */
export async function writeBackup(run: BackupRun): Promise<BackupReport> {
  const unfinished = `${run.file}.${randomUUID().slice(0, 8)}.unfinished`;
  const report: BackupReport = { rows: {}, mediaFiles: 0, mediaBytes: 0, missing: [] };
  try {
    await dumpDatabase(run.databaseUrl, run.signal, async (dump) => {
      // It holds password hashes: for the eyes of whoever runs this only.
      const file = createWriteStream(unfinished, { flags: "wx", mode: 0o600, flush: true });
      const compress = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
      await pipeline(writeTar(filesOf(run, dump, report)), compress, file, { signal: run.signal });
    });
    await rename(unfinished, run.file);
    await syncFolder(dirname(run.file));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return report;
}

async function* filesOf(run: BackupRun, dump: Dump, report: BackupReport): AsyncGenerator<TarFile> {
  const hash = newHash();
  const hashed = (file: TarFile): TarFile => ({ ...file, bytes: addToHash(hash, file) });
  const header: BackupHeader = {
    format: "letterpress backup",
    formatVersion,
    createdAt: run.deps.clock().toISOString(),
    ...dump.header,
  };
  yield hashed(smallFile(headerName, Buffer.from(JSON.stringify(header, null, 2))));
  for await (const asset of dump.assets())
    for (const key of assetKeys(asset)) {
      const stored = await run.deps.storage.read(key);
      if (!stored) {
        report.missing.push(key);
        continue;
      }
      yield hashed({ name: `media/${key}`, ...stored });
      report.mediaFiles++;
      report.mediaBytes += stored.size;
      run.onProgress(`${report.mediaFiles} files of assets`);
    }
  for (const table of dump.header.tables) {
    const count = { rows: 0 };
    let piece = 0;
    for await (const bytes of piecesOf(dump.rowsOf(table), count)) {
      yield hashed(smallFile(`tables/${table.name}/${String(++piece).padStart(6, "0")}`, bytes));
      run.onProgress(`${count.rows} rows of ${table.name}`);
    }
    report.rows[table.name] = count.rows;
  }
  const { missing: _missing, ...counts } = report;
  const end: BackupEnd = { ...counts, sha256: hash.digest("hex") };
  yield smallFile(endName, Buffer.from(JSON.stringify(end, null, 2)));
}

/** In COPY's text format a row is a line: line breaks inside of values are escaped. */
async function* piecesOf(rows: AsyncIterable<Buffer>, count: { rows: number }): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of rows) {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count.rows++;
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size < pieceSize) continue;
    yield Buffer.concat(chunks);
    chunks = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(chunks);
}

/** Fails early when the file cannot be written where it is asked for. */
export async function requireWritable(file: string): Promise<void> {
  const probe = `${file}.${randomUUID().slice(0, 8)}.unfinished`;
  const handle = await open(probe, "wx", 0o600);
  await handle.close();
  await rm(probe);
}
