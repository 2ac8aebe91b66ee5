import type { Press, PublicationInfo } from "@letterpress/client";
import type { ReaderAssets, ReaderRequest } from "../reader-request.ts";

/** The publication as every page knows it. */
export interface Site {
  press: Press;
  info: PublicationInfo;
  assets: ReaderAssets;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Makes an address of this site whole; those of other sites stay as they are. */
  absolute(address: string): string;
}

export function createSite({ press, assets, publicUrl }: ReaderRequest, info: PublicationInfo): Site {
  return { press, info, assets, publicUrl, absolute: (address) => new URL(address, `${publicUrl}/`).href };
}
