/** The address of a page of a list; `after` is the cursor that the page before it ended with. */
export function pagedAddress(path: string, after: string | undefined): string {
  return after === undefined ? path : `${path}?after=${encodeURIComponent(after)}`;
}
