import { anyBytes, mediaTypes } from "./media-types.ts";

/** Bytes at the start of a file that tell what it is: an office document may name its kind late. */
export const headBytes = 1024 * 1024;

/** Where the bytes tell the family alone, the ending of the name picks one of it. */
const families: Record<string, Record<string, string>> = {
  "text/plain": { csv: "text/csv", json: "application/json" },
  "application/zip": familyOf(["docx", "pptx", "xlsx", "odt", "ods", "odp", "epub"]),
  "application/x-cfb": familyOf(["doc", "ppt", "xls"]),
};

function familyOf(endings: string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(mediaTypes).flatMap(([type, ending]) =>
      endings.includes(ending) ? [[ending, type]] : [],
    ),
  );
}

/**
 * What a file is served as, by its first bytes (see {@link headBytes}): a type of the table, `image/apng`, plain text
 * for whatever can be read as text (so for HTML, SVG and scripts), else bytes that nothing opens.
 */
export async function detectMediaType(head: Uint8Array, filename: string): Promise<string> {
  // With the first file: a start goes without.
  const { fileTypeFromBuffer } = await import("file-type");
  const detected = await fileTypeFromBuffer(head);
  // Without parameters such as codecs.
  const type = detected?.mime.split(";")[0] ?? "";
  const ending = filename.slice(filename.lastIndexOf(".") + 1).toLowerCase();
  const found = mediaTypes[type] || type === "image/apng" || families[type] ? type : textOrBytes(head);
  const picked = families[found]?.[ending];
  if (picked === "application/json" && !/^\s*[[{"\d\-ntf]/.test(startOf(head))) return found;
  if (picked !== undefined) return picked;
  return mediaTypes[found] || found === "image/apng" ? found : anyBytes;
}

/** Text of any encoding that has no use for control characters; UTF-16 is none. */
function textOrBytes(head: Uint8Array): string {
  const isText = head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
  return isText ? "text/plain" : anyBytes;
}

function startOf(head: Uint8Array): string {
  return new TextDecoder().decode(head.subarray(0, 1000));
}
