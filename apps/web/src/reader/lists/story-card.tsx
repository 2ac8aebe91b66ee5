import type { Story } from "../data/story.ts";
import { titleOf } from "../format/title-of.ts";
import { EntryLink } from "../page/entry-link.tsx";
import { Picture } from "../page/picture.tsx";
import { Byline } from "./byline.tsx";
import { Kicker } from "./kicker.tsx";

interface StoryCardProps {
  story: Story;
  locale: string;
  /** Of the title. */
  level: 2 | 3;
}

/** A story in a row of three. */
export function StoryCard({ story, locale, level }: StoryCardProps) {
  const Title = level === 2 ? "h2" : "h3";
  return (
    <article className="story card">
      {story.cover ? (
        <div className="story-cover">
          <Picture
            image={story.cover}
            sizes="(min-width: 80rem) 24rem, (min-width: 44rem) 30vw, 92vw"
            decorative
          />
        </div>
      ) : null}
      <Kicker story={story} />
      <Title className="story-title">
        <EntryLink path={story.path}>{titleOf(story)}</EntryLink>
      </Title>
      {story.standfirst ? <p className="story-standfirst">{story.standfirst}</p> : null}
      <Byline story={story} locale={locale} />
    </article>
  );
}
