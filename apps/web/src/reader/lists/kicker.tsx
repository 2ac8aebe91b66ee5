import type { Story } from "../data/list-stories.ts";

/** The tag that an article is filed under first. */
export function Kicker({ story }: { story: Story }) {
  const [tag] = story.tags;
  if (!tag) return null;
  return (
    <p className="kicker">
      <a href={tag.path ?? "/"}>{tag.name}</a>
    </p>
  );
}
