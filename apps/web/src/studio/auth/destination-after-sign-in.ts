/**
 * Where somebody was going before they were asked to sign in: a path of the Studio, or its start. Whatever else stands
 * in the address (another site, a path of the reader site) is not followed.
 */
export function destinationAfterSignIn(next: string | undefined): string {
  if (next === undefined || !next.startsWith("/") || /^\/[/\\]/.test(next)) return "/";
  const path = next.replace(/^\/studio(?=\/|$)/, "");
  return path === "" || path.startsWith("/sign-in") || path.startsWith("/set-up") ? "/" : path;
}
