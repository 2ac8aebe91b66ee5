/** The elements that begin a line of their own. */
export const BLOCK_NAMES: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu multicol nav ol p pre section summary table tbody td tfoot th " +
    "thead tr ul"
  ).split(" "),
);
