import { renderToStaticMarkup } from "react-dom/server";
import { matchTypes } from "./address/match-types.ts";
import { pathSegments } from "./address/path-segments.ts";
import { redirectTo } from "./address/redirect-to.ts";
import { hasArticles } from "./data/has-template.ts";
import { loadNavigation } from "./data/load-navigation.ts";
import { createSite, type Site } from "./data/site.ts";
import { machineAnswer } from "./feeds/machine-answer.ts";
import { Document } from "./page/document.tsx";
import type { PageView } from "./page/page-view.ts";
import { anyFrontPage } from "./pages/any-front-page.tsx";
import { findPage } from "./pages/find-page.ts";
import { frontPage } from "./pages/front-page.tsx";
import { notFoundPage } from "./pages/not-found-page.tsx";
import { olderFrontPage } from "./pages/older-front-page.tsx";
import { previewInvalidPage } from "./pages/preview-invalid-page.tsx";
import type { ReaderRequest, ReaderResponse } from "./reader-request.ts";

/**
 * Answers any GET address of the reader site: pages, feeds, the sitemap; a redirect where the address is right but for
 * its spelling, and a 404 page for all else. Throws what the procedures throw when they cannot work.
 */
export async function renderPage(request: ReaderRequest): Promise<ReaderResponse> {
  const { press, url, preview } = request;
  const site = createSite(request, await press.publication.get());
  if (preview === "invalid") return toHtml(site, previewInvalidPage(site));
  const found = (await findView(site, url)) ?? (preview ? null : await findRedirect(site, url));
  if (found && "contentType" in found) return found;
  return toHtml(site, found ?? (await notFoundPage(site)), preview?.expiresAt);
}

async function findView(site: Site, url: URL): Promise<PageView | ReaderResponse | null> {
  const segments = pathSegments(url.pathname);
  if (!segments) return null;
  const after = url.searchParams.get("after") ?? undefined;
  const path = `/${segments.join("/")}`;

  if (path === "/") {
    if (url.pathname !== path) return toSamePage(path + url.search);
    if (!hasArticles(site)) return after === undefined ? anyFrontPage(site) : null;
    return after === undefined ? frontPage(site) : olderFrontPage(site, after);
  }
  const machine = machineAnswer(site, path);
  if (machine)
    return url.pathname === path ? { ...(await machine()), address: path } : toSamePage(path + url.search);

  for (const { type, slug } of matchTypes(site.info.pages, segments)) {
    const page = await findPage(site, type, slug);
    if (!page || page.path === null) continue;
    return page.path === url.pathname ? page.show(page.path, after) : toSamePage(page.path + url.search);
  }
  return null;
}

/** The address is right but for its spelling. */
function toSamePage(address: string): ReaderResponse {
  return { ...redirectTo(address), isSamePage: true };
}

/** Pages come first: whoever has made a redirect cannot hide one. */
async function findRedirect({ press }: Site, { pathname }: URL): Promise<ReaderResponse | null> {
  const redirect = await press.redirects.get({ path: pathname });
  return redirect && redirectTo(redirect.target);
}

async function toHtml(site: Site, view: PageView, previewUntil?: Date): Promise<ReaderResponse> {
  const navigation = await loadNavigation(site);
  const page = (
    <Document site={site} navigation={navigation} view={view} previewUntil={previewUntil ?? null} />
  );
  return {
    status: view.status,
    contentType: "text/html; charset=utf-8",
    body: `<!doctype html>${renderToStaticMarkup(page)}`,
    ...(view.lastModified ? { lastModified: view.lastModified } : {}),
    ...(view.address === null ? {} : { address: view.address }),
  };
}
