import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { CdnSetting } from "../../src/env.ts";

type Refuse = (request: IncomingMessage, response: ServerResponse) => void;

/** The part of a CDN's interface that purges, on this machine: it takes what the real one takes, and nothing else. */
export async function startCdnApi(kind: CdnSetting["kind"]) {
  const setting = { kind, id: "a1B2c3", token: "s3cret-token" };
  /** Tags of each call that was taken, in order. */
  const calls: string[][] = [];
  const listeners = new Set<(tags: string[]) => void>();
  const refusals: Refuse[] = [];
  const rules = { fastly: readFastly, cloudflare: readCloudflare };

  const server = createServer(async (request, response) => {
    const refuse = refusals.shift();
    if (refuse) return refuse(request, response);
    const { status, tags } = rules[kind](request, await text(request), setting);
    response.writeHead(status, { "content-type": "application/json" });
    if (!tags) return response.end(JSON.stringify({ success: false, msg: "No." }));
    calls.push(tags);
    for (const listener of listeners) listener(tags);
    return response.end(JSON.stringify({ success: true, [tags[0] ?? ""]: "1-2-3" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    calls,
    setting: { ...setting, url: `http://127.0.0.1:${port}` } satisfies CdnSetting,
    /** Answers the next call so. */
    refuseNext(status: number, headers: Record<string, string> = {}) {
      refusals.push((_request, response) =>
        response.writeHead(status, headers).end('{"success":false,"msg":"Not now."}'),
      );
    },
    /** Does not answer the next call. */
    hangNext: () => void refusals.push(() => undefined),
    onPurge: (listener: (tags: string[]) => void) => void listeners.add(listener),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type CdnApi = Awaited<ReturnType<typeof startCdnApi>>;

interface Read {
  status: number;
  tags?: string[];
}

function readFastly({ method, url, headers }: IncomingMessage, _body: string, { id, token }: Access): Read {
  if (method !== "POST" || url !== `/service/${id}/purge`) return { status: 404 };
  if (headers["fastly-key"] !== token) return { status: 401 };
  const tags = String(headers["surrogate-key"] ?? "").split(" ");
  const isSoft = headers["fastly-soft-purge"] !== undefined;
  return isSoft || !areTags(tags, 256) ? { status: 400 } : { status: 200, tags };
}

function readCloudflare({ method, url, headers }: IncomingMessage, body: string, access: Access): Read {
  if (method !== "POST" || url !== `/zones/${access.id}/purge_cache`) return { status: 404 };
  if (headers.authorization !== `Bearer ${access.token}`) return { status: 403 };
  if (headers["content-type"] !== "application/json") return { status: 415 };
  const { tags, ...rest } = JSON.parse(body) as { tags: string[] };
  return Object.keys(rest).length > 0 || !areTags(tags, 100) ? { status: 400 } : { status: 200, tags };
}

interface Access {
  id: string;
  token: string;
}

function areTags(tags: string[], atOnce: number): boolean {
  return tags.length > 0 && tags.length <= atOnce && tags.every((tag) => /^[!-+\--~]{1,1024}$/.test(tag));
}
