import type { Story } from "../data/story.ts";
import { titleOf } from "../format/title-of.ts";
import { Byline } from "../lists/byline.tsx";
import { Kicker } from "../lists/kicker.tsx";
import { StoryCard } from "../lists/story-card.tsx";
import { Cover } from "../page/cover.tsx";
import { Prose } from "../page/prose.tsx";
import { wording } from "../wording.ts";
import { ArticleEnd } from "./article-end.tsx";
import { Contents } from "./contents.tsx";
import { opensWithText } from "./opens-with-text.ts";
import type { Article } from "./read-article.ts";

interface ArticleViewProps {
  article: Article;
  related: Story[];
  locale: string;
}

export function ArticleView({ article, related, locale }: ArticleViewProps) {
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
          <Prose
            html={article.body.html}
            className={opensWithText(article.body) ? "has-initial" : undefined}
          />
          <ArticleEnd article={article} />
        </div>
      </article>
      {related.length > 0 ? (
        <aside className="related" aria-labelledby="related">
          <h2 className="section-title" id="related">
            {wording.readNext}
          </h2>
          <div className="cards">
            {related.map((next) => (
              <StoryCard key={next.id} story={next} locale={locale} level={3} />
            ))}
          </div>
        </aside>
      ) : null}
    </>
  );
}
