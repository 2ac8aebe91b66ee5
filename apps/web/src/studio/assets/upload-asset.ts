import type { Asset, Result } from "@letterpress/client";
import { attempt } from "../connection/call.ts";
import { press } from "../connection/press.ts";
import { rememberAsset } from "./remember-asset.ts";

/** The formats that the server takes, for the browser's file dialog. */
export const pictureFormats = "image/jpeg,image/png,image/webp,image/avif,image/gif";

export async function uploadAsset(file: File): Promise<Result<Asset>> {
  const result = await attempt(press.upload(file, { filename: file.name }));
  if (result.ok) rememberAsset(result.data);
  return result;
}
