import type { Asset, Result } from "@letterpress/client";
import { attempt } from "../connection/call.ts";
import { press } from "../connection/press.ts";
import { rememberAsset } from "./remember-asset.ts";

/** The pictures that the server takes, for the browser's file dialog. */
export const pictureFormats = ["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"];

/** What is taken. Anything unless told. */
export interface Wanted {
  kind?: "image";
  /** Media types, or patterns such as `audio/*`. */
  accept?: readonly string[];
}

export async function uploadAsset(file: File, wanted: Wanted = {}): Promise<Result<Asset>> {
  const result = await attempt(press.upload(file, { filename: file.name, ...wanted }));
  if (result.ok) rememberAsset(result.data);
  return result;
}
