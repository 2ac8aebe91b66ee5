/**
 * The path as its segments, decoded and in small letters: what `/Tags//Type/` means. `null` where it cannot be the
 * path of anything.
 */
export function pathSegments(pathname: string): string[] | null {
  try {
    const segments = pathname.split("/").filter((segment) => segment !== "");
    return segments.map((segment) => decodeURIComponent(segment).normalize("NFC").toLowerCase());
  } catch {
    return null;
  }
}
