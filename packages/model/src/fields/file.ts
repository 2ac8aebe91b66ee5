import { z } from "zod";
import { createField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";
import { noId, uuid } from "../uuid.ts";

/** A file to download, as it is read. */
export interface StoredFile {
  /** The asset's id. */
  id: string;
  /** Relative to the root of the Letterpress server; its bytes never change. */
  url: string;
  /** As it was uploaded. */
  filename: string;
  mimeType: string;
  /** In bytes. */
  size: number;
}

interface FileFieldOptions extends FieldOptions {
  /** Media types that publishing accepts, such as `application/pdf` or `audio/*`. Any unless told. */
  accept?: readonly string[];
}

const fileOutput = z.object({
  id: z.string(),
  url: z.string(),
  filename: z.string(),
  mimeType: z.string(),
  size: z.number(),
});

/** A file to download. What is saved is the id of an asset. */
export function file(options: FileFieldOptions = {}): Field<"file", string, StoredFile, "required"> {
  const { accept } = options;
  return createField<"file", string, StoredFile>({
    kind: "file",
    options,
    settings: accept === undefined ? {} : { accept },
    input: uuid("Give the id of an asset."),
    output: fileOutput,
    whenMissing: { id: noId, url: "", filename: "", mimeType: "application/octet-stream", size: 0 },
  });
}
