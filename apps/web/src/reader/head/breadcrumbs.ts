import type { Site } from "../data/site.ts";

/** Where a page stands, from the front page down. */
export function breadcrumbs(site: Site, steps: { name: string; path: string }[]): object {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: [{ name: site.info.name, path: "/" }, ...steps].map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: site.absolute(path),
    })),
  };
}
