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
}

export interface ReaderResponse {
  status: 200 | 301 | 404;
  contentType: string;
  body: string;
  /** Set with 301. */
  location?: string;
  lastModified?: Date;
}

export type RenderPage = (request: ReaderRequest) => Promise<ReaderResponse>;
