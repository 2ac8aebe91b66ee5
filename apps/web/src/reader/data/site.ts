import type { Press, PublicationInfo } from "@letterpress/client";
import type { Parts, ReaderAssets, ReaderRequest } from "../reader-request.ts";

/** The publication as every page knows it. */
export interface Site {
  press: Press;
  parts: Parts;
  info: PublicationInfo;
  assets: ReaderAssets;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Makes an address of this site whole; those of other sites stay as they are. */
  absolute(address: string): string;
}

export function createSite(request: ReaderRequest, info: PublicationInfo): Site {
  const { press, assets, publicUrl, parts = { get: (_name, make) => make(press) } } = request;
  const absolute = (address: string) => new URL(address, `${publicUrl}/`).href;
  return { press, parts, info, assets, publicUrl, absolute };
}
