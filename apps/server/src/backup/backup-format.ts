import { createHash, type Hash } from "node:crypto";
import { z } from "zod";
import type { TarFile } from "./tar.ts";

// A backup is a tar archive, compressed by zstd, of these files in this order:
//   backup.json                      what it is: see `backupHeader`
//   media/ID/original.jpg            the files of assets, as they are kept in storage
//   tables/entry/000001              rows in the text format of PostgreSQL's COPY, in pieces of 4 MiB, cut anywhere;
//                                    tables are in an order that their foreign keys allow
//   end.json                         how much there was, and the checksum of all that is in front of it

export const formatVersion = 1;
export const headerName = "backup.json";
export const endName = "end.json";

export const backupHeader = z.object({
  format: z.literal("letterpress backup"),
  formatVersion: z.number(),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
});

export type BackupHeader = z.output<typeof backupHeader>;

export const backupEnd = z.object({
  /** Rows by table. */
  rows: z.record(z.string(), z.number()),
  mediaFiles: z.number(),
  mediaBytes: z.number(),
  /** SHA-256, in hex, of the name, size and bytes of every file before this one. */
  sha256: z.string(),
});

export type BackupEnd = z.output<typeof backupEnd>;

/** Adds files to a checksum while their bytes pass through. */
export async function* addToHash(hash: Hash, { name, size, bytes }: TarFile): AsyncGenerator<Uint8Array> {
  hash.update(`${name}\n${size}\n`);
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

export function newHash(): Hash {
  return createHash("sha256");
}

/** A file of an archive that is at hand. */
export function smallFile(name: string, content: Uint8Array): TarFile {
  async function* bytes() {
    yield content;
  }
  return { name, size: content.byteLength, bytes: bytes() };
}
