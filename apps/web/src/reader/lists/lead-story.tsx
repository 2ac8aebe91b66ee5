import type { Story } from "../data/story.ts";
import { titleOf } from "../format/title-of.ts";
import { EntryLink } from "../page/entry-link.tsx";
import { Picture } from "../page/picture.tsx";
import { Byline } from "./byline.tsx";
import { Kicker } from "./kicker.tsx";

/** The story that opens the front page. */
export function LeadStory({ story, locale }: { story: Story; locale: string }) {
  return (
    <article className={story.cover ? "story lead" : "story lead lead-bare"}>
      <div className="lead-text">
        <Kicker story={story} />
        <h2 className="story-title">
          <EntryLink path={story.path}>{titleOf(story)}</EntryLink>
        </h2>
        {story.standfirst ? <p className="story-standfirst">{story.standfirst}</p> : null}
        <Byline story={story} locale={locale} />
      </div>
      {story.cover ? (
        <div className="story-cover">
          <Picture image={story.cover} sizes="(min-width: 80rem) 44rem, (min-width: 62rem) 56vw, 92vw" lead />
        </div>
      ) : null}
    </article>
  );
}
