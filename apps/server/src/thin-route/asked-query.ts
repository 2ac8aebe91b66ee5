/** One call of a query, as a request's address asks for it. */
export interface AskedQuery {
  /** The procedure's, such as `content.article.get`: one that there is. */
  path: string;
  /** superjson's envelope as it arrived: any JSON, not yet checked; `undefined` where there is none. */
  input: unknown;
}

/** What the address holds beside its letters would make two parsers read it in two ways. */
const readAlike = /^[!"$-~]*$/;

/** Characters of an input. It is nested half as deep at most, which no recursion has to fear. */
const longest = 2_000;

const prefix = "/trpc/";

/** What `url` asks for, where it surely asks for one of these queries by itself; else `null`, for the stock adapter. */
export function askedQuery(queries: { has(path: string): boolean }, url: string): AskedQuery | null {
  if (!url.startsWith(prefix)) return null;
  const end = url.indexOf("?");
  const path = url.slice(prefix.length, end === -1 ? undefined : end);
  if (!queries.has(path)) return null;
  if (end === -1) return { path, input: undefined };
  if (!readAlike.test(url)) return null;
  const parameters = new URLSearchParams(url.slice(end));
  if (parameters.has("batch") || parameters.has("connectionParams")) return null;
  const input = parameters.get("input");
  if (input === null) return { path, input: undefined };
  if (input.length > longest) return null;
  try {
    return { path, input: JSON.parse(input) };
  } catch {
    return null;
  }
}
