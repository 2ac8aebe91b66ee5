import { hasArticles } from "../data/has-template.ts";
import type { Navigation } from "../data/load-navigation.ts";
import type { Site } from "../data/site.ts";
import { HeadTags } from "../head/head-tags.tsx";
import { JsonLd } from "../head/json-ld.tsx";
import { wording } from "../wording.ts";
import { Footer } from "./footer.tsx";
import { Masthead } from "./masthead.tsx";
import type { PageView } from "./page-view.ts";
import { PreviewNote } from "./preview-note.tsx";
import { textDirection } from "./text-direction.ts";

interface DocumentProps {
  site: Site;
  navigation: Navigation;
  view: PageView;
  /** Until when the link to it works, where it is a preview. */
  previewUntil: Date | null;
}

/** A whole page. */
export function Document({ site, navigation, view, previewUntil }: DocumentProps) {
  const { locale } = site.info;
  const isPreview = previewUntil !== null;
  return (
    <html lang={locale} dir={textDirection(locale)}>
      <HeadTags site={site} view={view} isPreview={isPreview} />
      <body>
        <a className="skip" href="#text">
          {wording.skip}
        </a>
        {previewUntil ? <PreviewNote until={previewUntil} locale={locale} /> : null}
        <Masthead info={site.info} navigation={navigation} address={view.address} />
        <main id="text">{view.main}</main>
        <Footer
          info={site.info}
          hasFeeds={hasArticles(site)}
          navigation={navigation}
          address={view.address}
        />
        {(isPreview ? [] : view.jsonLd).map((data) => (
          <JsonLd key={JSON.stringify(data)} data={data} />
        ))}
      </body>
    </html>
  );
}
