import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Release } from "../connection/desk.ts";
import { releaseReferencesQuery } from "../connection/desk-queries.ts";
import { press } from "../connection/press.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { StatusChip } from "../ui/status-chip.tsx";

interface ReleaseReferencesProps {
  release: Release;
  change: (call: Promise<Release>) => Promise<boolean>;
}

/** What entries of a release refer to and readers would not find, each with the way into the release. */
export function ReleaseReferences({ release: { id }, change }: ReleaseReferencesProps) {
  const { data: references = [] } = useQuery(releaseReferencesQuery(id));
  if (references.length === 0) return null;
  return (
    <section aria-label="Left out" className="mb-4">
      <Notice tone="note">
        <p className="font-medium">
          Readers do not see {references.length === 1 ? "this" : "these"} yet. What is left out stays out of
          the pages:
        </p>
        <ul className="mt-1 flex flex-col gap-1">
          {references.map(({ id: entryId, type, title, version, status, by }) => (
            <li key={entryId} className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Link
                to="/entries/$type/$id"
                params={{ type, id: entryId }}
                className="inline-block py-0.5 font-medium text-accent underline wrap-anywhere"
              >
                {title || "Untitled"}
              </Link>
              <span className="min-w-0 text-sm text-muted wrap-anywhere">in “{by.title || "Untitled"}”</span>
              <StatusChip status={status} />
              <Button
                aria-label={`Add ${title || "Untitled"} to the release`}
                onClick={() =>
                  void change(press.releases.setItem({ id, entryId, action: "publish", version }))
                }
              >
                Add to the release
              </Button>
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}
