import type { Site } from "../data/site.ts";
import { publisher } from "./publisher.ts";

/** The publication as a whole, for its front page. */
export function websiteData(site: Site): object {
  const { name, tagline, locale } = site.info;
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name,
    description: tagline,
    url: site.absolute("/"),
    inLanguage: locale,
    publisher: publisher(site),
  };
}
