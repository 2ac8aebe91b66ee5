import type { ReaderAssets } from "../reader-request.ts";
import { Prose } from "./prose.tsx";

/**
 * The paragraphs that a text opens with, as long as nothing is in them but words. Attribute values may contain
 * anything, so they are stepped over: what is put behind the last of these must not end up in one.
 */
const paragraphs = /^(?:\s*<p>(?:[^<]|<\/?(?:a|em|strong)(?:\s(?:"[^"]*"|'[^']*'|[^>"'])*)?>)*<\/p>){1,3}/;

interface OpeningProseProps {
  html: string;
  className?: string | undefined;
  assets: ReaderAssets;
}

/** The text of a page, whose first paragraphs are on the first screen: RestOfStyles within rendered markdown. */
export function OpeningProse({ html, className, assets }: OpeningProseProps) {
  const end = paragraphs.exec(html)?.[0].length ?? 0;
  const links = assets.firstScreens
    ? assets.stylesheets.map((href) => `<link rel="stylesheet" href="${href}"/>`).join("")
    : "";
  return <Prose html={html.slice(0, end) + links + html.slice(end)} className={className} />;
}
