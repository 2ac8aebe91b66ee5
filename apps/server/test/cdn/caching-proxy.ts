import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { CdnApi } from "./cdn-api.ts";

interface Kept {
  body: Buffer;
  headers: [string, string][];
  tags: string[];
  until: number;
}

/** The headers that each CDN goes by, and takes off. */
const headersOf = {
  fastly: { control: "surrogate-control", tags: "surrogate-key", separator: " " },
  cloudflare: { control: "cloudflare-cdn-cache-control", tags: "cache-tag", separator: "," },
};

/** What a CDN does, on this machine: keeps by address what it may keep, until it is over or purged. */
export async function startCachingProxy(origin: string, api: CdnApi) {
  const own = headersOf[api.setting.kind];
  const kept = new Map<string, Kept>();
  let held: { isThere: () => void; released: Promise<void> } | undefined;
  api.onPurge((tags) => {
    for (const [url, one] of kept) if (one.tags.some((tag) => tags.includes(tag))) kept.delete(url);
  });

  const server = createServer(async ({ url = "/", method = "GET", headers }, response) => {
    const found = method === "GET" ? kept.get(url) : undefined;
    if (found && found.until > Date.now())
      return response.writeHead(200, Object.fromEntries(found.headers)).end(found.body);
    const asked = await fetch(origin + url, {
      method,
      redirect: "manual",
      headers: { "accept-encoding": "identity", ...(headers.cookie ? { cookie: headers.cookie } : {}) },
    });
    const body = Buffer.from(await asked.arrayBuffer());
    const onTheWay = held;
    held = undefined;
    onTheWay?.isThere();
    await onTheWay?.released;
    const seconds = freshFor(asked.headers, own.control);
    const visible = [...asked.headers].filter(([name]) => name !== own.control && name !== own.tags);
    const tags = (asked.headers.get(own.tags) ?? "").split(own.separator);
    if (method === "GET" && asked.status === 200 && seconds > 0)
      kept.set(url, { body, headers: visible, tags, until: Date.now() + seconds * 1_000 });
    return response.writeHead(asked.status, Object.fromEntries(visible)).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    isKept: (path: string) => kept.has(path),
    /** The next answer of the origin is on its way until `release`. */
    holdNext() {
      const [there, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      held = { isThere: there.resolve, released: released.promise };
      return { isThere: there.promise, release: released.resolve };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type CachingProxy = Awaited<ReturnType<typeof startCachingProxy>>;

/** By the most particular header alone, as both CDNs do. */
function freshFor(headers: Headers, ownControl: string): number {
  const control = headers.get("cache-control") ?? "";
  if (control.includes("private") || headers.has("set-cookie")) return 0;
  const own = headers.get(ownControl);
  const [, seconds = "0"] = /(?:s-maxage|max-age)=(\d+)/.exec(own ?? control) ?? [];
  return Number(seconds);
}
