const nothingElse = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// Highlighted code carries its colours in style attributes; imported articles show pictures of other sites.
/** Pages of the reader site: their own script and styles, pictures from anywhere. */
export const readerPolicy = `${nothingElse}; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' https: http: data:; font-src 'self'; connect-src 'self'`;

// The markdown editor makes its style sheets at run time.
/** The Studio. */
export const studioPolicy = `${nothingElse}; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' https: http: data: blob:; media-src 'self'; font-src 'self'; connect-src 'self'`;
