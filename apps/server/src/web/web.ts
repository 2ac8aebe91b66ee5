import type { ReaderRequest, ReaderResponse } from "@letterpress/web/reader-request";

/** What the server needs of apps/web: built beforehand, or made anew at each request while developing. */
export interface Web {
  renderPage(request: Omit<ReaderRequest, "assets">): Promise<ReaderResponse>;
  studioHtml(): Promise<string>;
  /** What pages may load and run. */
  readerPolicy: string;
  studioPolicy: string;
}
