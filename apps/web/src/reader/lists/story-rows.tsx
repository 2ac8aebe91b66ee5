import type { Story } from "../data/list-stories.ts";
import { formatDate } from "../format/format-date.ts";
import { readingTime } from "../format/reading-time.ts";
import { titleOf } from "../format/title-of.ts";
import { EntryLink } from "../page/entry-link.tsx";
import { Picture } from "../page/picture.tsx";

interface StoryRowsProps {
  stories: Story[];
  locale: string;
  /** Of the titles, below the heading that the list stands under. */
  level: 2 | 3;
  /** On a person's own page their name need not be said again. */
  withoutAuthor?: boolean;
}

/** Stories one below the other, as in the contents of a volume. */
export function StoryRows({ stories, locale, level, withoutAuthor = false }: StoryRowsProps) {
  const Title = level === 2 ? "h2" : "h3";
  return (
    <ol className="rows">
      {stories.map(({ article, author }) => (
        <li key={article.id}>
          <article className="story row">
            <Title className="story-title">
              <EntryLink path={article.path}>{titleOf(article)}</EntryLink>
            </Title>
            {article.standfirst ? <p className="story-standfirst">{article.standfirst}</p> : null}
            <p className="byline">
              <time dateTime={article.publishedAt.toISOString()}>
                {formatDate(article.publishedAt, locale)}
              </time>
              {author && !withoutAuthor ? (
                <EntryLink className="byline-author" path={author.path} rel="author">
                  {author.name}
                </EntryLink>
              ) : null}
              <span>{readingTime(article.body.text, locale)}</span>
            </p>
            {article.cover ? (
              <div className="story-cover">
                <Picture image={article.cover} sizes="(min-width: 62rem) 15rem, 30vw" decorative />
              </div>
            ) : null}
          </article>
        </li>
      ))}
    </ol>
  );
}
