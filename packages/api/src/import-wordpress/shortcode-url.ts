import type { Shortcode } from "./parse-shortcode.ts";

/** Shortcodes that show something from elsewhere: each becomes a link to it. */
const EMBEDS = new Set(
  (
    "embed audio video youtube vimeo wpvideo videopress dailymotion soundcloud spotify bandcamp mixcloud ted " +
    "twitter tweet instagram facebook tiktok flickr gist slideshare scribd googlemaps googlevideo codepen pinterest"
  ).split(" "),
);
const URL_ATTRIBUTES = "src url href mp4 m4v webm ogv wmv flv mp3 m4a ogg wav link".split(" ");

/** The address that an embedding shortcode shows, if it is one and says so. */
export function shortcodeUrl({ name, attributes, bare }: Shortcode, inner: string): string | undefined {
  if (!EMBEDS.has(name)) return undefined;
  const candidates = [...URL_ATTRIBUTES.map((key) => attributes.get(key)), ...bare, inner.trim()];
  // "[youtube https://www.youtube.com/watch?v=x]" reads as a bare value, or as one whose key ends at the "=".
  for (const [key, value] of attributes) if (/^https?/.test(value)) candidates.push(value, key);
  const url = candidates.find((candidate) => candidate && /^(?:https?:)?\/\/\S+$/.test(candidate));
  if (url) return url;
  const id = attributes.get("id") ?? bare[0] ?? inner.trim();
  if (name === "youtube" && /^[\w-]{11}$/.test(id)) return `https://www.youtube.com/watch?v=${id}`;
  if (name === "vimeo" && /^\d+$/.test(id)) return `https://vimeo.com/${id}`;
  return undefined;
}
