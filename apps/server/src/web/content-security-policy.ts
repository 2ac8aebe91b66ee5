import { createHash } from "node:crypto";

const nothingElse = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// Highlighted code carries its colours in style attributes; imported articles show pictures of other sites.
/**
 * Pages of the reader site: their own script and styles, pictures from anywhere. The styles that stand in the pages
 * themselves are these texts and no others.
 */
export function readerPolicy(styles: string[]): string {
  const hashes = styles.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  return `${nothingElse}; script-src 'self'; style-src 'self' ${hashes.join(" ")}; style-src-attr 'unsafe-inline'; img-src 'self' https: http: data:; font-src 'self'; connect-src 'self'`;
}

// The markdown editor makes its style sheets at run time.
/** The Studio. */
export const studioPolicy = `${nothingElse}; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' https: http: data: blob:; media-src 'self'; font-src 'self'; connect-src 'self'`;
