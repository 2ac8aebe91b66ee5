import type { Entry, RevisionSummary } from "@letterpress/client";

const kinds = { save: "", autosave: "Saved by itself", restore: "Restored" } as const;

/** How a revision came to be, beside who saved it; empty for an ordinary save. */
export function kindWords({ kind }: Pick<RevisionSummary, "kind">): string {
  return kinds[kind];
}

export function authorName({ author }: Pick<RevisionSummary, "author">): string {
  return author?.name ?? "Letterpress";
}

/** What a revision is to the entry as it is now. */
export function roleOf(
  version: number,
  entry: Pick<Entry, "version" | "publishedVersion" | "schedule">,
): string[] {
  return [
    ...(version === entry.version ? ["Draft"] : []),
    ...(version === entry.publishedVersion ? ["Published"] : []),
    ...(version === entry.schedule?.version ? ["Scheduled"] : []),
  ];
}

/** A revision as one line of a choice: "Version 3 · Nuala, 12 Nov, 08:00 · Published". */
export function revisionLine(revision: RevisionSummary, entry: Parameters<typeof roleOf>[1]): string {
  const when = revision.createdAt.toLocaleString("en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return [
    `Version ${revision.version}`,
    `${authorName(revision)}, ${when}`,
    ...roleOf(revision.version, entry),
  ].join(" · ");
}
