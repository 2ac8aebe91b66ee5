import { hasArticles } from "../data/has-template.ts";
import type { Site } from "../data/site.ts";
import { feeds } from "../feeds/feed-addresses.ts";
import type { PageView } from "../page/page-view.ts";
import { StyleSheets } from "../page/style-sheets.tsx";
import { icon } from "./icon.ts";
import { ShareTags } from "./share-tags.tsx";

interface HeadTagsProps {
  site: Site;
  view: PageView;
  /** Nothing leads machines to it. */
  isPreview: boolean;
}

/** The paper of the style sheet, for the browser's own bars. */
const paper = { light: "#fbf8f2", dark: "#17171a" };

export function HeadTags({ site, view, isPreview }: HeadTagsProps) {
  const { info, assets } = site;
  const isFront = view.address === "/";
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{isFront ? info.name : `${view.title} · ${info.name}`}</title>
      {assets.scripts.map((src) => (
        <script key={src} src={src} />
      ))}
      {assets.preload.map((href) => (
        <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="" />
      ))}
      {assets.firstScreens ? (
        <style dangerouslySetInnerHTML={{ __html: assets.firstScreens[view.firstScreen] }} />
      ) : null}
      {/* The note on top of a preview is not in the styles of any first screen. */}
      {assets.firstScreens && !isPreview ? null : <StyleSheets assets={assets} />}
      {assets.modules?.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
      <meta name="theme-color" content={paper.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={paper.dark} media="(prefers-color-scheme: dark)" />
      <link rel="icon" href={icon(info.name)} />
      {view.description === "" ? null : <meta name="description" content={view.description} />}
      {view.indexed && !isPreview ? null : (
        <meta name="robots" content={isPreview ? "noindex, nofollow" : "noindex"} />
      )}
      {view.address === null || isPreview ? null : (
        <link rel="canonical" href={site.absolute(view.address)} />
      )}
      {(hasArticles(site) ? feeds : []).map(({ address, mimeType, name }) => (
        <link key={address} rel="alternate" type={mimeType} href={address} title={`${info.name} (${name})`} />
      ))}
      {isPreview ? null : <ShareTags site={site} view={view} />}
    </head>
  );
}
