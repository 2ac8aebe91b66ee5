/** What of an address the pages of the reader site depend on: the path, and where a list goes on. */
const parameters = ["after"];

/**
 * The address of a page without what means nothing to it, as a path with its query; `null` for what is no address.
 * Whatever else stands in a request is not in it, and so in no page.
 */
export function pageAddress(requested: string, publicUrl: string): string | null {
  const address = requested.replace(/^\/+/, "/");
  if (!URL.canParse(address, publicUrl)) return null;
  const { pathname, searchParams } = new URL(address, publicUrl);
  const kept = parameters.flatMap((name) => {
    const value = searchParams.get(name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return kept.length === 0 ? pathname : `${pathname}?${kept.join("&")}`;
}

/** A path with what else stands in the query of the address that leads there: it may tell somebody where visits come from. */
export function withRest(location: string, requested: string): string {
  const { searchParams } = new URL(requested.replace(/^\/+/, "/"), "http://localhost");
  for (const name of parameters) searchParams.delete(name);
  if (searchParams.size === 0) return location;
  return `${location}${location.includes("?") ? "&" : "?"}${searchParams}`;
}
