/** Characters of a path at most, decoded. */
const longest = 1_000;

/**
 * A path as redirects are kept by: decoded, with one slash in front and none at the end, without query and fragment,
 * its case as it is. `null` where it cannot be the path of anything.
 */
export function normalisePath(path: string): string | null {
  const [pathname = ""] = path.split(/[?#]/, 1);
  try {
    const segments = pathname.split("/").filter((segment) => segment !== "");
    const decoded = `/${segments.map((segment) => decodeURIComponent(segment).normalize("NFC")).join("/")}`;
    return decoded.length > longest || odd.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}

/** Controls, backslashes that browsers take for slashes, empty and dotted segments that they resolve, half characters. */
const odd = /[\p{Cc}\p{Cs}\\]|\/(\/|\.{1,2}(\/|$))/u;

/** The path as it stands in an address. */
export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
