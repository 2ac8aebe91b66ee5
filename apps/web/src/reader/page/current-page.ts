/** Marks a link that leads to the page it stands on. */
export function currentPage(path: string | null, address: string | null): "page" | undefined {
  return path !== null && path === address?.split("?", 1)[0] ? "page" : undefined;
}
