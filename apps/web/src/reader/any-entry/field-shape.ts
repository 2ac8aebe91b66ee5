import type { Image, Reference, RenderedMarkdown } from "@letterpress/client";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

export function isImage(value: unknown): value is Image {
  return isObject(value) && typeof value.url === "string" && Array.isArray(value.variants);
}

export function isMarkdown(value: unknown): value is RenderedMarkdown {
  return isObject(value) && typeof value.html === "string" && typeof value.text === "string";
}

export function isReference(value: unknown): value is Reference<string> {
  return (
    isObject(value) &&
    typeof value.type === "string" &&
    typeof value.id === "string" &&
    Object.keys(value).length === 2
  );
}

/** Text that needs lines of its own. */
export function isLongText(value: unknown): value is string {
  return typeof value === "string" && (value.length > 120 || value.includes("\n"));
}
