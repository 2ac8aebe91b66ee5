import type { Image, Reference, RenderedMarkdown } from "@letterpress/client";

// Fields of JSON may hold anything, also something that looks like a picture: all that is used is checked.

/** A file to download, as it is read. */
export interface AnyFile {
  /** Relative to the root of the server. */
  url: string;
  filename: string;
  mimeType: string;
  /** In bytes. */
  size: number;
}

type Shape = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Shape {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Types and fields have such names, and JSON often others. */
export function isFieldName(name: string): boolean {
  return /^[a-z][a-zA-Z0-9]*$/.test(name) && !(name in Object.prototype);
}

export function isImage(value: unknown): value is Image {
  return (
    isObject(value) &&
    hasTexts(value, ["id", "url", "alt", "placeholder"]) &&
    hasNumbers(value, ["width", "height"]) &&
    isObject(value.focalPoint) &&
    hasNumbers(value.focalPoint, ["x", "y"]) &&
    Array.isArray(value.variants) &&
    value.variants.every(
      (variant) => isObject(variant) && hasTexts(variant, ["url"]) && hasNumbers(variant, ["width"]),
    )
  );
}

export function isFile(value: unknown): value is AnyFile {
  return (
    isObject(value) &&
    hasTexts(value, ["id", "url", "filename", "mimeType"]) &&
    hasNumbers(value, ["size"]) &&
    // A link to another place would not be what its name and size say.
    (value.url === "" || /^\/(?![/\\])/.test(String(value.url)))
  );
}

export function isMarkdown(value: unknown): value is RenderedMarkdown {
  return isObject(value) && hasTexts(value, ["source", "html", "text"]) && Array.isArray(value.toc);
}

export function isReference(value: unknown): value is Reference<string> {
  return (
    isObject(value) &&
    Object.keys(value).length === 2 &&
    hasTexts(value, ["type", "id"]) &&
    isFieldName(String(value.type)) &&
    /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(String(value.id))
  );
}

/** The two numbers of a place on earth, in degrees, by the names that they usually have. */
export function placeOf(value: unknown): { latitude: number; longitude: number } | null {
  if (!isObject(value) || Object.keys(value).length !== 2) return null;
  const latitude = value.lat ?? value.latitude;
  const longitude = value.lng ?? value.lon ?? value.longitude;
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

function hasTexts(value: Shape, names: string[]): boolean {
  return names.every((name) => typeof value[name] === "string");
}

function hasNumbers(value: Shape, names: string[]): boolean {
  return names.every((name) => Number.isFinite(value[name]));
}
