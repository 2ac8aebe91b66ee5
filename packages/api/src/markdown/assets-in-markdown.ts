const mediaUrl = /\/media\/([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})\//g;

/** The assets that a markdown text shows by their address. */
export function assetsInMarkdown(source: string): string[] {
  return [...new Set([...source.matchAll(mediaUrl)].map((match) => match[1] ?? ""))];
}
