import { encodePath, normalisePath } from "./normalise-path.ts";

/** Characters of an address at most. */
const longest = 2_000;

/** Where redirects lead: a path of this publication, or an address elsewhere. */
export interface RedirectTarget {
  /** As it is answered, ready for a header. */
  address: string;
  /** Decoded, where it is a path of this publication; else `null`. */
  path: string | null;
  /** Query and fragment behind that path. */
  rest: string;
}

/**
 * `null` where it is neither a path that starts with one slash nor an http(s) address. An address of the publication
 * itself, which is reached at `publicUrl`, is a path of it, over http too.
 */
export function parseTarget(target: string, publicUrl: string): RedirectTarget | null {
  if (target.length > longest) return null;
  if (/^https?:\/\//i.test(target)) {
    const url = URL.parse(target);
    if (url?.host !== new URL(publicUrl).host) return url && { address: url.href, path: null, rest: "" };
    return parseTarget(`${url.pathname.replace(/^\/+/, "/")}${url.search}${url.hash}`, publicUrl);
  }
  const path = /^\/(?!\/)/.test(target) ? normalisePath(target) : null;
  if (path === null) return null;
  // Of the query and fragment alone: what is in front must not be resolved as if it came from a browser.
  const { search, hash } = new URL(target.replace(/^[^?#]*/, ""), "http://publication.invalid/");
  return { address: `${encodePath(path)}${search}${hash}`, path, rest: `${search}${hash}` };
}
