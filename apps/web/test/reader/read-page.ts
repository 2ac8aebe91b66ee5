import type { Press } from "@letterpress/client";
import type { ReaderResponse } from "../../src/reader/reader-request.ts";
import { renderPage } from "../../src/reader/render-page.tsx";

export const publicUrl = "https://proof.example";

/** Asks the reader site for an address. */
export function readPage(press: Press, address: string): Promise<ReaderResponse> {
  const assets = { stylesheets: ["/assets/reader.css"], scripts: ["/assets/enhance.js"], preload: [] };
  return renderPage({ press, url: new URL(`${publicUrl}${address}`), publicUrl, assets });
}
