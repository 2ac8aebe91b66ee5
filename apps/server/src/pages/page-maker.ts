import type { Deps } from "@letterpress/api/deps";
import { inSnapshot } from "@letterpress/db/in-snapshot";
import type { Reads } from "@letterpress/db/reads";
import { readsOfOneMoment } from "@letterpress/db/reads-of-one-moment";
import type { Parts, ReaderResponse } from "@letterpress/web/reader-request";
import { inProcessPress } from "../in-process-press.ts";
import type { PublicationRouter } from "../publication-router.ts";
import type { Finished } from "../read-cache/finished.ts";
import type { Web } from "../web/web.ts";
import type { KeptParts } from "./kept-parts.ts";
import { sharedParts } from "./shared-parts.ts";

/** Makes what is at an address of the reader site. Throws what the procedures throw when they cannot work. */
export type PageMaker = (address: string, requestId: string) => Promise<Finished>;

interface PageMakerOptions {
  deps: Deps;
  router: PublicationRouter;
  web: Web;
  publicUrl: string;
  parts: KeptParts;
}

interface Making {
  reads: Reads;
  sources: Set<string>;
  parts?: Parts;
}

/**
 * Pages are made by the same procedures as everybody calls, and each of one moment: never of half a release. Mostly
 * nothing happens while one is made, and then it needs no snapshot; see decision 26.
 */
export function pageMaker({ deps, router, web, publicUrl, parts: kept }: PageMakerOptions): PageMaker {
  function pressOf(reads: Reads, sources: Set<string>, requestId: string) {
    return inProcessPress({ ...deps, reads }, router, { requestId, sources });
  }

  async function render(address: string, requestId: string, { reads, sources, parts }: Making) {
    const page = await web.renderPage({
      press: pressOf(reads, sources, requestId),
      url: new URL(address, publicUrl),
      publicUrl,
      ...(parts ? { parts } : {}),
    });
    return finished(page, sources, web.readerPolicy);
  }

  return async (address, requestId) => {
    const sources = new Set<string>();
    if (deps.invalidation.isCurrent) {
      const one = readsOfOneMoment(deps.reads);
      const parts = sharedParts({
        kept,
        one,
        seen: () => deps.invalidation.seen,
        sources,
        pressFor: (own) => pressOf(one.reads, own, requestId),
      });
      try {
        const page = await render(address, requestId, { reads: one.reads, sources, parts });
        if (one.moment !== null) return page;
      } catch (error) {
        if (one.moment !== null) throw error;
      }
    }
    // Those of the first try were looked at, too, and may be why the page is another one now.
    return inSnapshot(deps.reads, (reads) => render(address, requestId, { reads, sources }));
  };
}

function finished(page: ReaderResponse, sources: Set<string>, readerPolicy: string): Finished {
  const { status, contentType, body, lastModified } = page;
  const isPage = contentType.startsWith("text/html");
  const headers = {
    "content-type": contentType,
    ...(isPage ? { "content-security-policy": readerPolicy } : {}),
  };
  if (status !== 200) {
    const location = page.location === undefined ? {} : { location: page.location };
    return {
      status,
      headers: { ...headers, ...location, "cache-control": "no-store" },
      body,
      sources: null,
      keepsQuery: page.isSamePage ?? false,
    };
  }
  return {
    status,
    headers: {
      ...headers,
      ...(lastModified ? { "last-modified": lastModified.toUTCString() } : {}),
    },
    body,
    sources,
    ...(page.address === undefined ? {} : { key: `page ${page.address}` }),
  };
}
