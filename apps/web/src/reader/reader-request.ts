import type { Press } from "@letterpress/client";

/** Pages that open alike, and so carry the same styles. */
export type FirstScreen = "front" | "article" | "listing" | "person" | "not-found";

/** Addresses of what a page loads, as they were built. */
export interface ReaderAssets {
  stylesheets: string[];
  /**
   * The styles of first screens, as text. With them a page is drawn before its style sheets are there, which it asks for
   * where the first screen ends. While developing there are none, and pages wait for their sheets.
   */
  firstScreens?: Record<FirstScreen, string>;
  /** Classic scripts. They run before the page is first drawn: the chosen theme must not flash. */
  scripts: string[];
  /** Modules, run once the page was read. While developing, Vite's own. */
  modules?: string[];
  /** Fonts. */
  preload: string[];
}

/** What many pages show, made once for all of them for as long as it is right. */
export interface Parts {
  /** `name` says all that it depends on beside what is published; `make` calls nothing but the procedures it is given. */
  get<Part>(name: string, make: (press: Press) => Promise<Part>): Promise<Part>;
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
  /** Left out where each page has to be made from the ground up. */
  parts?: Parts;
}

/** `invalid`: the link is mistyped or has expired, and there is nothing to show but that. */
export type Preview = { expiresAt: Date } | "invalid";

export interface ReaderResponse {
  status: 200 | 301 | 403 | 404;
  contentType: string;
  body: string;
  /** Set with 301. */
  location?: string;
  /** With 301: the page is the one that was asked for, at its right address. */
  isSamePage?: true;
  lastModified?: Date;
  /** What it is the page of, as a path with its query: the address without what makes no difference. Set with 200. */
  address?: string;
}

export type RenderPage = (request: ReaderRequest) => Promise<ReaderResponse>;
