import type { Site } from "../data/site.ts";
import type { PageView } from "../page/page-view.ts";
import { shareImage } from "./share-image.ts";

/** OpenGraph and Twitter cards: how a link looks where it is shared. */
export function ShareTags({ site, view }: { site: Site; view: PageView }) {
  if (view.address === null) return null;
  const image = view.image && shareImage(view.image);
  const region = new Intl.Locale(site.info.locale).region;
  return (
    <>
      <meta property="og:type" content={view.kind} />
      <meta property="og:site_name" content={site.info.name} />
      <meta property="og:title" content={view.title} />
      <meta property="og:url" content={site.absolute(view.address)} />
      {view.description === "" ? null : <meta property="og:description" content={view.description} />}
      {region === undefined ? null : (
        <meta property="og:locale" content={site.info.locale.replaceAll("-", "_")} />
      )}
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
