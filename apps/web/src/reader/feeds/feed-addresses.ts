/** The feeds that every page announces. */
export const feeds = [
  { name: "RSS", key: "rss", address: "/feed.xml", mimeType: "application/rss+xml" },
  { name: "Atom", key: "atom", address: "/atom.xml", mimeType: "application/atom+xml" },
  { name: "JSON Feed", key: "json", address: "/feed.json", mimeType: "application/feed+json" },
] as const;
