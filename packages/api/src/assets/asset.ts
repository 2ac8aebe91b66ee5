import type { Prisma } from "@letterpress/db/generated/client";
import type { Image, ImageVariant } from "@letterpress/model/fields/image";
import { imageOutput } from "@letterpress/model/fields/image";
import { z } from "zod";

/** An uploaded picture, as editors see it. */
export interface Asset extends Image {
  /** The name that the file was uploaded with. */
  filename: string;
  mimeType: string;
  /** Bytes of the original. */
  size: number;
  createdAt: Date;
}

export const assetOutput: z.ZodType<Asset> = imageOutput.extend({
  filename: z.string(),
  mimeType: z.string(),
  size: z.number(),
  createdAt: z.date(),
});

type AssetRow = Prisma.AssetGetPayload<Record<string, never>>;

/** Where the original of an asset is served. */
export function originalUrl(id: string, mimeType: string): string {
  return `/media/${id}/original.${mimeType === "image/jpeg" ? "jpg" : mimeType.slice("image/".length)}`;
}

/** What readers get of an asset. */
export function toImage(row: AssetRow): Image {
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

export function toAsset(row: AssetRow): Asset {
  const { filename, mimeType, size, createdAt } = row;
  return { ...toImage(row), filename, mimeType, size, createdAt };
}
