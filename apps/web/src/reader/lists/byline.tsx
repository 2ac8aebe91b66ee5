import type { Story } from "../data/story.ts";
import { formatDate } from "../format/format-date.ts";
import { readingTime } from "../format/reading-time.ts";
import { EntryLink } from "../page/entry-link.tsx";

/** Who wrote it, when, and how long it takes. Reads well without an author. */
export function Byline({ story, locale }: { story: Story; locale: string }) {
  const { author, publishedAt, body } = story;
  return (
    <p className="byline">
      {author ? (
        <EntryLink className="byline-author" path={author.path} rel="author">
          {author.name}
        </EntryLink>
      ) : null}
      <time dateTime={publishedAt.toISOString()}>{formatDate(publishedAt, locale)}</time>
      <span>{readingTime(body, locale)}</span>
    </p>
  );
}
