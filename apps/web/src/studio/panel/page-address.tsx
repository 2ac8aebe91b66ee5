import type { Entry } from "@letterpress/client";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { typesQuery } from "../connection/queries.ts";
import { revisionQuery } from "../revisions/revision-queries.ts";

/** Where readers find the entry, and where they will once the draft is published. */
export function PageAddress({ saved, path }: { saved: Entry; path: string }) {
  const published = usePublishedPath(saved);
  if (published === undefined) return <p className="min-h-6" />;
  return (
    <>
      {published !== null && (
        <a
          href={published}
          target="_blank"
          rel="noreferrer"
          className="inline-block min-h-6 break-all text-accent underline"
        >
          {published}
        </a>
      )}
      {published !== path && (
        <p>
          <span className="text-muted">{published === null ? "It will be" : "Will be"}</span>{" "}
          <span className="break-all">{path}</span> <span className="text-muted">once it is published</span>
        </p>
      )}
    </>
  );
}

/**
 * The address that readers have; `null` where they have none, undefined while it is asked for. Only an entry with
 * changes has to be asked for: the revision that readers see, which says its slug, never changes.
 */
function usePublishedPath(saved: Entry): string | null | undefined {
  const { publishedVersion, version, path } = saved;
  const isChanged = publishedVersion !== null && publishedVersion !== version;
  const { data: types } = useSuspenseQuery(typesQuery);
  const { data: revision } = useQuery({
    ...revisionQuery(saved, publishedVersion ?? version),
    enabled: isChanged,
  });
  if (publishedVersion === null) return null;
  if (!isChanged) return path;
  const pattern = types.find(({ name }) => name === saved.type)?.path ?? null;
  if (!revision || pattern === null) return undefined;
  return pattern.replace(":slug", encodeURIComponent(revision.slug));
}
