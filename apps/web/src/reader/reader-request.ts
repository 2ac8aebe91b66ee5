import type { Press } from "@letterpress/client";

/** Addresses of what a page loads, as they were built. */
export interface ReaderAssets {
  stylesheets: string[];
  /** Classic scripts. They run before the page is first drawn: the chosen theme must not flash. */
  scripts: string[];
  /** Modules, run once the page was read. While developing, Vite's own. */
  modules?: string[];
  /** Fonts. */
  preload: string[];
}

/** One request for a page of the reader site. */
export interface ReaderRequest {
  /** The publication's procedures, called as nobody. */
  press: Press;
  /** What was asked for, on the public origin. */
  url: URL;
  /** Where the publication is, without a slash at the end. */
  publicUrl: string;
  assets: ReaderAssets;
  /** The page is one that few may see: of a draft, behind a link. Left out on every ordinary address. */
  preview?: Preview;
}

/** `invalid`: the link is mistyped or has expired, and there is nothing to show but that. */
export type Preview = { expiresAt: Date } | "invalid";

export interface ReaderResponse {
  status: 200 | 301 | 403 | 404;
  contentType: string;
  body: string;
  /** Set with 301. */
  location?: string;
  lastModified?: Date;
}

export type RenderPage = (request: ReaderRequest) => Promise<ReaderResponse>;
