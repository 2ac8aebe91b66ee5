import { z } from "zod";
import { createField } from "../create-field.ts";
import type { Field, FieldOptions } from "../field.ts";
import { noId, uuid } from "../uuid.ts";

/** One derived size of a picture. */
export interface ImageVariant {
  /** Relative to the root of the Letterpress server; its bytes never change. */
  url: string;
  width: number;
  height: number;
  mimeType: string;
}

/** A picture as it is read. Sizes are in pixels. */
export interface Image {
  /** The asset's id. */
  id: string;
  /** The original, relative to the root of the Letterpress server; its bytes never change. */
  url: string;
  width: number;
  height: number;
  /** What the picture shows, in words; empty for a decoration. */
  alt: string;
  /** The derived sizes, widest last. */
  variants: ImageVariant[];
  /** The point to keep when the picture is cropped: 0 to 1 from the left and from the top. */
  focalPoint: { x: number; y: number };
  /** A tiny `data:` URL to show until the picture arrives. */
  placeholder: string;
}

export const imageOutput = z.object({
  id: z.string(),
  url: z.string(),
  width: z.number(),
  height: z.number(),
  alt: z.string(),
  variants: z.array(
    z.object({ url: z.string(), width: z.number(), height: z.number(), mimeType: z.string() }),
  ),
  focalPoint: z.object({ x: z.number(), y: z.number() }),
  placeholder: z.string(),
});

const noImage: Image = {
  id: noId,
  url: "",
  width: 0,
  height: 0,
  alt: "",
  variants: [],
  focalPoint: { x: 0.5, y: 0.5 },
  placeholder: "",
};

/** A picture. What is saved is the id of an asset. */
export function image(options: FieldOptions = {}): Field<"image", string, Image, "required"> {
  return createField({
    kind: "image",
    input: uuid("Give the id of an asset."),
    output: imageOutput,
    whenMissing: noImage,
    options,
  });
}
