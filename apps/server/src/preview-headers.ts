/** What every answer with a draft in it says: it is for one reader, no machine, and its address is told to nobody. */
export const previewHeaders = {
  "cache-control": "private, no-store",
  "x-robots-tag": "noindex, nofollow",
  "referrer-policy": "no-referrer",
} as const;
