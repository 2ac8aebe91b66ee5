import cluster from "node:cluster";
import type { ImageProcessor, ProcessedImage } from "@letterpress/api/deps";
import { fail } from "@letterpress/api/errors";
import type { Sharp } from "sharp";

/** Widths of the derived sizes, in pixels; those wider than the original are left out. */
const widths = [320, 640, 960, 1280, 1920, 2560];

/** Pictures in work at once: each can take several hundred megabytes. */
const maxAtOnce = cluster.isWorker ? 1 : 2;

interface Format {
  mimeType: string;
  /** A small file can claim to be a picture that fills the memory. Every frame of a moving one counts. */
  maxMegapixels: number;
  /** Writes an original again. */
  write(image: Sharp): Sharp;
}

/** By what sharp calls them. Efforts are below the usual, which take half a minute for a large picture. */
const formats: Record<string, Format> = {
  jpeg: { mimeType: "image/jpeg", maxMegapixels: 50, write: (image) => image.jpeg({ quality: 90 }) },
  png: { mimeType: "image/png", maxMegapixels: 50, write: (image) => image.png() },
  webp: {
    mimeType: "image/webp",
    maxMegapixels: 50,
    write: (image) => image.webp({ quality: 90, effort: 2 }),
  },
  gif: { mimeType: "image/gif", maxMegapixels: 50, write: (image) => image.gif({ effort: 3 }) },
  // Its encoder takes 40 bytes for each pixel.
  heif: {
    mimeType: "image/avif",
    maxMegapixels: 16,
    write: (image) => image.avif({ quality: 70, effort: 1 }),
  },
};

// With the first picture: a start, and most processes for good, go without.
const loadSharp = () => import("sharp");

let atWork = 0;
const waiting: (() => void)[] = [];

/**
 * Cleans originals and makes WebP variants and a placeholder with sharp, few pictures at a time. What a file is, its
 * bytes decide and not its name.
 */
export const sharpImages: ImageProcessor = {
  async process(bytes) {
    if (atWork >= maxAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else atWork++;
    try {
      return await processImage(bytes);
    } catch (error) {
      return fail("UPLOAD_NOT_AN_IMAGE", { reason: error instanceof Error ? error.message : String(error) });
    } finally {
      // Whoever waits takes the place over.
      const next = waiting.shift();
      if (next) next();
      else atWork--;
    }
  },
};

async function processImage(bytes: Uint8Array): Promise<ProcessedImage> {
  const { default: sharp } = await loadSharp();
  // Reads the head only; the limit is told below, in words.
  const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
  const format = formats[metadata.format];
  if (!format) throw new Error(`It is a file of the kind "${metadata.format}".`);
  const { mimeType, maxMegapixels } = format;
  const { pages = 1 } = metadata;
  const megapixels = Math.ceil((metadata.width * metadata.height * pages) / 1_000_000);
  if (megapixels > maxMegapixels)
    throw new Error(
      `It has ${megapixels} megapixels, all frames counted: at most ${maxMegapixels} are taken in ${mimeType}.`,
    );
  const options = { limitInputPixels: maxMegapixels * 1_000_000, failOn: "error" as const };

  // Written again: upright, in sRGB, and without what cameras and programs say in it or hide behind it. Moving
  // pictures cannot be turned, and no camera makes them.
  const whole = pages > 1 ? sharp(bytes, { ...options, animated: true }) : sharp(bytes, options).autoOrient();
  const original = await format.write(whole).toBuffer({ resolveWithObject: true });
  const { width, pageHeight: height = original.info.height } = original.info;

  return {
    mimeType,
    original: original.data,
    width,
    height,
    ...(await derive(sharp(bytes, options).autoOrient(), width)),
  };
}

/** Decodes once, at the largest width that is needed, and makes all sizes of that. */
async function derive(
  upright: Sharp,
  width: number,
): Promise<Pick<ProcessedImage, "placeholder" | "variants">> {
  const largest = Math.min(width, Math.max(...widths));
  const { data, info } = await upright
    .resize({ width: largest })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { default: sharp } = await loadSharp();
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const resized = (to: number) => sharp(data, { raw }).resize({ width: to });

  const variants: ProcessedImage["variants"] = [];
  for (const wanted of [...widths.filter((candidate) => candidate < largest), largest]) {
    const webp = await resized(wanted).webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
    variants.push({
      name: `${webp.info.width}.webp`,
      bytes: webp.data,
      width: webp.info.width,
      height: webp.info.height,
      mimeType: "image/webp",
    });
  }
  const tiny = await resized(16).webp({ quality: 40 }).toBuffer();
  return { variants, placeholder: `data:image/webp;base64,${tiny.toString("base64")}` };
}
