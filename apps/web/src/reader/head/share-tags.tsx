import type { Site } from "../data/site.ts";
import type { PageView } from "../page/page-view.ts";
import { shareImage } from "./share-image.ts";

/** OpenGraph and Twitter cards: how a link looks where it is shared. */
export function ShareTags({ site, view }: { site: Site; view: PageView }) {
  if (view.address === null) return null;
  const image = view.image && shareImage(view.image);
  const locale = regionalLocale(site.info.locale);
  return (
    <>
      <meta property="og:type" content={view.kind} />
      <meta property="og:site_name" content={site.info.name} />
      <meta property="og:title" content={view.title} />
      <meta property="og:url" content={site.absolute(view.address)} />
      {view.description === "" ? null : <meta property="og:description" content={view.description} />}
      {locale === null ? null : <meta property="og:locale" content={locale} />}
      {view.properties?.map(([name, content]) => (
        <meta key={`${name} ${content}`} property={name} content={content} />
      ))}
      {image === undefined ? null : (
        <>
          <meta property="og:image" content={site.absolute(image.url)} />
          <meta property="og:image:width" content={String(image.width)} />
          <meta property="og:image:height" content={String(image.height)} />
          {image.alt === "" ? null : <meta property="og:image:alt" content={image.alt} />}
        </>
      )}
      <meta name="twitter:card" content={image === undefined ? "summary" : "summary_large_image"} />
    </>
  );
}

const regional = new Map<string, string | null>();

/** A locale as OpenGraph writes it, which knows none without a region. */
function regionalLocale(locale: string): string | null {
  let written = regional.get(locale);
  if (written === undefined) {
    written = new Intl.Locale(locale).region === undefined ? null : locale.replaceAll("-", "_");
    regional.set(locale, written);
  }
  return written;
}
