import type { Site } from "../data/site.ts";

/** The publication as the publisher of what is in it. */
export function publisher(site: Site): object {
  return { "@type": "Organization", name: site.info.name, url: site.absolute("/") };
}
