/**
 * Where somebody was going before they were asked to sign in: a path of the Studio, or its start. Whatever else stands
 * in the address (another site, a path of the reader site) is not followed.
 */
export function destinationAfterSignIn(next: string | undefined): string {
  const path = next?.replace(/^\/studio(?=\/|$)/, "") ?? "";
  const isInside = path.startsWith("/") && !/^\/[/\\]/.test(path);
  return !isInside || path.startsWith("/sign-in") || path.startsWith("/set-up") ? "/" : path;
}
