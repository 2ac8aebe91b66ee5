import type { Site } from "../data/site.ts";
import { titleOf } from "../format/title-of.ts";
import { Byline } from "../lists/byline.tsx";
import { Kicker } from "../lists/kicker.tsx";
import { Cover } from "../page/cover.tsx";
import { OpeningProse } from "../page/opening-prose.tsx";
import { wording } from "../wording.ts";
import { ArticleEnd } from "./article-end.tsx";
import { Contents } from "./contents.tsx";
import { opensWithText } from "./opens-with-text.ts";
import type { Article } from "./read-article.ts";

interface ArticleViewProps {
  site: Site;
  article: Article;
  /** Cards of what to read next, as text. */
  related: string;
}

export function ArticleView({ site, article, related }: ArticleViewProps) {
  const { locale } = site.info;
  return (
    <>
      <article className="article">
        <header className="article-head">
          <h1>{titleOf(article)}</h1>
          {article.standfirst ? <p className="standfirst">{article.standfirst}</p> : null}
          <div className="article-facts">
            <Kicker story={article} />
            <Byline story={article} locale={locale} />
          </div>
        </header>
        <Cover image={article.cover} />
        <div className="article-body">
          <Contents toc={article.body.toc} />
          <OpeningProse
            assets={site.assets}
            html={article.body.html}
            className={opensWithText(article.body) ? "has-initial" : undefined}
          />
          <ArticleEnd article={article} />
        </div>
      </article>
      {related === "" ? null : (
        <aside className="related" aria-labelledby="related">
          <h2 className="section-title" id="related">
            {wording.readNext}
          </h2>
          <div className="cards" dangerouslySetInnerHTML={{ __html: related }} />
        </aside>
      )}
    </>
  );
}
