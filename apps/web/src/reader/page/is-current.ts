/** A link with this path leads to the page it stands on, or to its first. */
export function isCurrent(path: string | null, address: string | null): boolean {
  return path !== null && path === address?.split("?", 1)[0];
}
