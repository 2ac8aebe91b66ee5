import { type LoadRequest, postRequest } from "./load-request.ts";

/** The entry's next version and its publication, as an editor makes them. Counts the version on. */
export function publishRequests(apiKey: string, entry: { id: string; version: number }): LoadRequest[] {
  const { id, version } = entry;
  entry.version++;
  const standfirst = `What came of version ${entry.version}.`;
  return [
    call("save", { id, expectedVersion: version, fields: { standfirst } }),
    call("publish", { id, expectedVersion: entry.version }),
  ];

  function call(name: string, input: object): LoadRequest {
    return { wire: postRequest(`/trpc/entries.article.${name}`, apiKey, JSON.stringify({ json: input })) };
  }
}
