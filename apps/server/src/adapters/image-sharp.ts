import type { ImageProcessor, ProcessedImage } from "@letterpress/api/deps";
import { fail } from "@letterpress/api/errors";
import sharp from "sharp";

/** Widths of the derived sizes, in pixels; those wider than the original are left out. */
const widths = [320, 640, 960, 1280, 1920, 2560];

const formats: Record<string, string> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
  heif: "image/avif",
};

/** 100 megapixels: a small file can claim to be a picture that fills the memory. */
const maxPixels = 100_000_000;

/** Makes WebP variants and a placeholder with sharp. What a file is, its bytes decide and not its name. */
export const sharpImages: ImageProcessor = {
  async process(bytes) {
    try {
      return await processImage(bytes);
    } catch (error) {
      return fail("UPLOAD_NOT_AN_IMAGE", { reason: error instanceof Error ? error.message : String(error) });
    }
  },
};

async function processImage(bytes: Uint8Array): Promise<ProcessedImage> {
  const options = { limitInputPixels: maxPixels, failOn: "error" as const };
  const metadata = await sharp(bytes, options).metadata();
  const mimeType = formats[metadata.format ?? ""];
  if (!mimeType) throw new Error(`It is a file of the kind "${metadata.format}".`);
  // As it is shown: cameras store pictures sideways and say so.
  const { width, height } = metadata.autoOrient;
  const upright = () => sharp(bytes, options).autoOrient();
  const variants: ProcessedImage["variants"] = [];
  for (const wanted of [...widths.filter((candidate) => candidate < width), Math.min(width, 2560)]) {
    if (variants.some((variant) => variant.width === wanted)) continue;
    const { data, info } = await upright().resize({ width: wanted }).webp({ quality: 80 }).toBuffer({
      resolveWithObject: true,
    });
    variants.push({
      name: `${info.width}.webp`,
      bytes: data,
      width: info.width,
      height: info.height,
      mimeType: "image/webp",
    });
  }
  const tiny = await upright().resize({ width: 16 }).webp({ quality: 40 }).toBuffer();
  return {
    mimeType,
    width,
    height,
    placeholder: `data:image/webp;base64,${tiny.toString("base64")}`,
    variants,
  };
}
