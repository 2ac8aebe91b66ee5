import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Release } from "../connection/desk.ts";
import { releaseProblemsQuery } from "../connection/desk-queries.ts";
import { typesQuery } from "../connection/queries.ts";
import { failureWords } from "../publishing/failure-words.ts";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";

/** What keeps a release from being published, entry by entry. */
export function ReleaseProblems({ release }: { release: Release }) {
  const { data: types } = useSuspenseQuery(typesQuery);
  const { data: problems } = useQuery(releaseProblemsQuery(release.id));
  if (!problems) return null;
  if (problems.length === 0)
    return (
      <p className="mb-4 flex items-center gap-2 text-sage">
        <Icon name="check" size={16} />
        All of it is ready to be published.
      </p>
    );
  return (
    <section aria-label="Problems" className="mb-4">
      <Notice tone="note">
        <p className="font-medium">Until this is mended, none of it can be published:</p>
        <ul className="mt-1 list-disc pl-5">
          {problems.map(({ id, type, title, code, message, issues }) => (
            <li key={`${id} ${code}`}>
              <Link
                to="/entries/$type/$id"
                params={{ type, id }}
                className="inline-block py-0.5 font-medium text-accent underline"
              >
                {title || "Untitled"}
              </Link>
              :{" "}
              {failureWords(
                types.find(({ name }) => name === type),
                { message, issues },
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}
