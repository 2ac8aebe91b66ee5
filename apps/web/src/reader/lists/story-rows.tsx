import type { RowStory } from "../data/story.ts";
import { formatDate } from "../format/format-date.ts";
import { readingTime } from "../format/reading-time.ts";
import { titleOf } from "../format/title-of.ts";
import { EntryLink } from "../page/entry-link.tsx";
import { Picture } from "../page/picture.tsx";
import { RestOfStyles } from "../page/rest-of-styles.tsx";
import type { ReaderAssets } from "../reader-request.ts";

interface StoryRowsProps {
  stories: RowStory[];
  locale: string;
  /** Of the titles, below the heading that the list stands under. */
  level: 2 | 3;
  /** The list opens the page. */
  opening?: ReaderAssets;
}

/** Rows of it that a first screen may show. */
const onFirstScreen = 3;

/** Stories one below the other, as in the contents of a volume. */
export function StoryRows({ stories, locale, level, opening }: StoryRowsProps) {
  const Title = level === 2 ? "h2" : "h3";
  return (
    <ol className="rows">
      {stories.map((story, index) => (
        <li key={story.id}>
          <article className="story row">
            <Title className="story-title">
              <EntryLink path={story.path}>{titleOf(story)}</EntryLink>
            </Title>
            {story.standfirst ? <p className="story-standfirst">{story.standfirst}</p> : null}
            <p className="byline">
              <time dateTime={story.publishedAt.toISOString()}>{formatDate(story.publishedAt, locale)}</time>
              {story.author ? (
                <EntryLink className="byline-author" path={story.author.path} rel="author">
                  {story.author.name}
                </EntryLink>
              ) : null}
              <span>{readingTime(story.body, locale)}</span>
            </p>
            {story.cover ? (
              <div className="story-cover">
                <Picture image={story.cover} sizes="(min-width: 62rem) 15rem, 30vw" decorative />
              </div>
            ) : null}
          </article>
          {opening && index + 1 === Math.min(onFirstScreen, stories.length) ? (
            <RestOfStyles assets={opening} />
          ) : null}
        </li>
      ))}
    </ol>
  );
}
