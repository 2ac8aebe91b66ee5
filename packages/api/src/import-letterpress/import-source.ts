/** Where an import comes from: a folder, by the adapter that knows disks. Paths are relative, with slashes. */
export interface ImportSource {
  /** Names of the files in a folder, and of the folders in it with a slash behind, sorted; none where there is none. */
  list(folder: string): Promise<string[]>;
  read(path: string): AsyncIterable<Uint8Array>;
}
