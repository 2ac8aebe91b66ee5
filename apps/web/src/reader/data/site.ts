import type { Press, PublicationInfo } from "@letterpress/client";

/** The publication as every page knows it. */
export interface Site {
  press: Press;
  info: PublicationInfo;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Makes an address of this site whole; those of other sites stay as they are. */
  absolute(address: string): string;
}

export function createSite(press: Press, info: PublicationInfo, publicUrl: string): Site {
  return { press, info, publicUrl, absolute: (address) => new URL(address, `${publicUrl}/`).href };
}
