import type { Entry } from "@letterpress/client";
import { useQuery } from "@tanstack/react-query";
import { referrersQuery } from "../connection/queries.ts";

/** Names that are read before the button is pressed. */
const namedMax = 5;

/** What stops being publishable, or keeps the entry from the bin, as far as it is known. */
export function ReferrersNote({ entry }: { entry: Pick<Entry, "type" | "id"> }) {
  const { data } = useQuery(referrersQuery(entry.type, entry.id));
  if (!data) return null;
  const { published, drafts } = data;
  return (
    <span role="status" className="block empty:hidden">
      {published.length > 0 && (
        <span className="mt-2 block text-danger">
          Published entries refer to it, so it cannot go yet: {namesOf(published)}.
        </span>
      )}
      {drafts.length > 0 && (
        <span className="mt-2 block text-ink">
          Drafts refer to it, which cannot be published then as they are: {namesOf(drafts)}.
        </span>
      )}
    </span>
  );
}

function namesOf(entries: readonly { title: string }[]): string {
  const names = entries.slice(0, namedMax).map(({ title }) => `“${title || "Untitled"}”`);
  const more = entries.length - names.length;
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ");
}
