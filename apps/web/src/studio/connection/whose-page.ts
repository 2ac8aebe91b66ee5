let userId: string | null = null;

/** Notes whose page this is: `null` while nobody has signed in. */
export function belongTo(user: { id: string } | null): void {
  userId = user?.id ?? null;
}

/**
 * The headers of a call, with whose page it comes from. Tabs share their session, so that another one may have signed
 * somebody else in meanwhile: the server then takes this page's calls for nobody's.
 */
export function signed(headers: HeadersInit | undefined): Headers {
  const all = new Headers(headers);
  if (userId !== null) all.set("letterpress-user", userId);
  return all;
}
