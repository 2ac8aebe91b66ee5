import type { Prisma } from "@letterpress/db/generated/client";
import type { StoredFile } from "@letterpress/model/fields/file";
import type { Image, ImageVariant } from "@letterpress/model/fields/image";
import { imageOutput } from "@letterpress/model/fields/image";
import { z } from "zod";
import { mediaTypes } from "./media-types.ts";

/** An uploaded picture, as editors see it. */
export interface ImageAsset extends Image, StoredFile {
  kind: "image";
  createdAt: Date;
}

/** Any other uploaded file, as editors see it. */
export interface FileAsset extends StoredFile {
  kind: "file";
  createdAt: Date;
}

export type Asset = ImageAsset | FileAsset;

const ofFile = {
  id: z.string(),
  url: z.string(),
  filename: z.string(),
  mimeType: z.string(),
  size: z.number(),
  createdAt: z.date(),
};

export const assetOutput: z.ZodType<Asset> = z.discriminatedUnion("kind", [
  imageOutput.extend({ kind: z.literal("image"), ...ofFile }),
  z.object({ kind: z.literal("file"), ...ofFile }),
]);

type AssetRow = Prisma.AssetGetPayload<Record<string, never>>;
type ImageRow = AssetRow & {
  kind: "image";
  width: number;
  height: number;
  placeholder: string;
  variants: Prisma.JsonValue;
};

/** A check of the table keeps what only pictures have together. */
export function isImageRow(row: AssetRow): row is ImageRow {
  return row.kind === "image";
}

/** Where the original of an asset is served. */
export function originalUrl(id: string, mimeType: string): string {
  return `/media/${id}/original.${mediaTypes[mimeType] ?? "bin"}`;
}

/** What readers get of a picture. */
export function toImage(row: ImageRow): Image {
  return {
    id: row.id,
    url: originalUrl(row.id, row.mimeType),
    width: row.width,
    height: row.height,
    alt: row.alt,
    variants: row.variants as unknown as ImageVariant[],
    focalPoint: { x: row.focalX, y: row.focalY },
    placeholder: row.placeholder,
  };
}

/** What readers get of a file to download. */
export function toFile({ id, filename, mimeType, size }: Omit<StoredFile, "url">): StoredFile {
  return { id, url: originalUrl(id, mimeType), filename, mimeType, size };
}

export function toAsset(row: AssetRow): Asset {
  const { createdAt } = row;
  return isImageRow(row)
    ? { kind: "image", ...toFile(row), ...toImage(row), createdAt }
    : { kind: "file", ...toFile(row), createdAt };
}
