import { hasArticles } from "../data/has-template.ts";
import type { Site } from "../data/site.ts";
import { feeds } from "../feeds/feed-addresses.ts";
import type { PageView } from "../page/page-view.ts";
import type { ReaderAssets } from "../reader-request.ts";
import { icon } from "./icon.ts";
import { JsonLd } from "./json-ld.tsx";
import { ShareTags } from "./share-tags.tsx";

interface HeadTagsProps {
  site: Site;
  assets: ReaderAssets;
  view: PageView;
  /** Nothing leads machines to it. */
  isPreview: boolean;
}

/** The paper of the style sheet, for the browser's own bars. */
const paper = { light: "#fbf8f2", dark: "#17171a" };

export function HeadTags({ site, assets, view, isPreview }: HeadTagsProps) {
  const { info } = site;
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
      {assets.stylesheets.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {assets.modules?.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
      <meta name="color-scheme" content="light dark" />
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
      {(isPreview ? [] : view.jsonLd).map((data) => (
        <JsonLd key={JSON.stringify(data)} data={data} />
      ))}
    </head>
  );
}
