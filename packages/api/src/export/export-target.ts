/** Where an export goes: a folder, by the adapter that knows disks. */
export interface ExportTarget {
  /** Writes a file; its path is relative, with slashes. Nothing is to be seen of it before the export is finished. */
  write(path: string, content: string | AsyncIterable<string | Uint8Array>): Promise<void>;
}
