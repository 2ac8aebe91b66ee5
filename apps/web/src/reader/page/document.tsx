import { hasArticles } from "../data/has-template.ts";
import type { Navigation } from "../data/load-navigation.ts";
import type { Site } from "../data/site.ts";
import { HeadTags } from "../head/head-tags.tsx";
import type { ReaderAssets } from "../reader-request.ts";
import { wording } from "../wording.ts";
import { Footer } from "./footer.tsx";
import { Masthead } from "./masthead.tsx";
import type { PageView } from "./page-view.ts";
import { textDirection } from "./text-direction.ts";

interface DocumentProps {
  site: Site;
  navigation: Navigation;
  assets: ReaderAssets;
  view: PageView;
}

/** A whole page. */
export function Document({ site, navigation, assets, view }: DocumentProps) {
  const { locale } = site.info;
  return (
    <html lang={locale} dir={textDirection(locale)}>
      <HeadTags site={site} assets={assets} view={view} />
      <body>
        <a className="skip" href="#text">
          {wording.skip}
        </a>
        <Masthead info={site.info} tags={navigation.tags} address={view.address} />
        <main id="text">{view.main}</main>
        <Footer
          info={site.info}
          hasFeeds={hasArticles(site)}
          navigation={navigation}
          address={view.address}
        />
      </body>
    </html>
  );
}
