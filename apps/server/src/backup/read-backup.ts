import { createReadStream } from "node:fs";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import {
  addToHash,
  type BackupEnd,
  type BackupHeader,
  backupEnd,
  backupHeader,
  endName,
  formatVersion,
  headerName,
  newHash,
} from "./backup-format.ts";
import { BackupUnusable } from "./backup-unusable.ts";
import { MalformedTar, readTar, type TarFile } from "./tar.ts";

interface Reader {
  /** Called once, before the files. */
  onHeader: (header: BackupHeader) => Promise<void> | void;
  /** Called for each file of an asset and each piece of a table, in order; reads its bytes, or leaves them. */
  onFile: (file: TarFile) => Promise<void>;
  signal: AbortSignal;
}

/**
 * Reads a backup from its beginning to its end and checks it on the way. Nothing that it has handed out may be made to
 * last before it has returned: only the end tells whether the file is whole. Throws {@link BackupUnusable}.
 */
export async function readBackup(file: string, { onHeader, onFile, signal }: Reader): Promise<BackupEnd> {
  const hash = newHash();
  let hasHeader = false;
  let end: BackupEnd | undefined;
  try {
    for await (const part of readTar(decompressed(file, signal))) {
      if (end) throw new MalformedTar("Something follows its end.");
      if (part.name === endName) {
        end = backupEnd.parse(JSON.parse(await text(part.bytes)));
        if (end.sha256 !== hash.digest("hex"))
          throw new MalformedTar("Its checksum is not that of its content.");
        continue;
      }
      const hashed = { ...part, bytes: addToHash(hash, part) };
      if (!hasHeader) {
        if (part.name !== headerName) throw new MalformedTar("It does not begin as a backup does.");
        hasHeader = true;
        await onHeader(headerOf(await text(hashed.bytes)));
        continue;
      }
      await onFile(hashed);
      for await (const _ of hashed.bytes) signal.throwIfAborted();
    }
    if (!end) throw new MalformedTar("It has no end.");
    return end;
  } catch (error) {
    signal.throwIfAborted();
    throw refusal(file, error);
  }
}

async function* decompressed(file: string, signal: AbortSignal): AsyncGenerator<Buffer> {
  const bytes = new PassThrough();
  const done = pipeline(createReadStream(file), createZstdDecompress(), bytes, { signal });
  done.catch(() => undefined);
  yield* bytes;
  await done;
}

function headerOf(json: string): BackupHeader {
  const header = backupHeader.parse(JSON.parse(json));
  if (header.formatVersion > formatVersion)
    throw new BackupUnusable(
      "The backup was made by a newer Letterpress: restore it with that version, or a later one.",
    );
  return header;
}

function refusal(file: string, error: unknown): unknown {
  const { code = "" } = error as NodeJS.ErrnoException;
  const isDamage =
    error instanceof MalformedTar ||
    error instanceof SyntaxError ||
    (error as Error).name === "ZodError" ||
    // What zlib says of bytes that it cannot read, or that end too early.
    /^(ZSTD|Z)_/.test(code) ||
    code === "ERR_STREAM_PREMATURE_CLOSE";
  if (!isDamage) return error;
  const reason = error instanceof MalformedTar ? error.message : "It cannot be read to its end.";
  return new BackupUnusable(
    `${file} is damaged, cut off, or no backup of Letterpress: use another one. ${reason}`,
    { cause: error },
  );
}
