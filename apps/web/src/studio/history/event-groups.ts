/** What the history can be narrowed to, by the names of events. */
export const eventGroups = {
  written: { label: "Writing", names: ["entry.created", "entry.saved", "entry.restored"] },
  review: {
    label: "Review",
    names: [
      "entry.submitted",
      "entry.withdrawn",
      "entry.sentBack",
      "entry.approved",
      "entry.assigned",
      "comment.created",
      "comment.resolved",
      "comment.reopened",
      "comment.deleted",
      "preview.created",
    ],
  },
  published: {
    label: "Publishing",
    names: [
      "entry.published",
      "entry.unpublished",
      "entry.upgraded",
      "release.published",
      "release.scheduleFailed",
      "entry.scheduleFailed",
    ],
  },
  planned: {
    label: "Schedule and releases",
    names: [
      "entry.scheduled",
      "entry.unscheduled",
      "release.created",
      "release.changed",
      "release.scheduled",
      "release.unscheduled",
      "release.deleted",
    ],
  },
  deleted: {
    label: "Bin and archive",
    names: ["entry.deleted", "entry.undeleted", "entry.purged", "entry.archived", "entry.reopened"],
  },
  assets: { label: "Assets", names: ["asset.created", "asset.updated", "asset.deleted"] },
  redirects: { label: "Redirects", names: ["redirect.created", "redirect.deleted"] },
  access: {
    label: "Users and API keys",
    names: ["user.created", "user.signedIn", "apiKey.created", "apiKey.revoked"],
  },
} as const satisfies Record<string, { label: string; names: readonly string[] }>;

export type EventGroup = keyof typeof eventGroups;

export function isEventGroup(value: unknown): value is EventGroup {
  return typeof value === "string" && Object.hasOwn(eventGroups, value);
}
