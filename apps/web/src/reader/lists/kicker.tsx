import type { Story } from "../data/story.ts";
import { EntryLink } from "../page/entry-link.tsx";

/** The tag that an article is filed under first. */
export function Kicker({ story }: { story: Story }) {
  const [tag] = story.tags;
  if (!tag) return null;
  return (
    <p className="kicker">
      <EntryLink path={tag.path}>{tag.name}</EntryLink>
    </p>
  );
}
