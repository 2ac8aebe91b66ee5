import type { EntryStatus } from "@letterpress/client";

const chips: Record<EntryStatus, { label: string; tells: string; look: string }> = {
  draft: { label: "Draft", tells: "Readers do not see it.", look: "bg-ochre-tint text-ochre" },
  inReview: {
    label: "In review",
    tells: "It waits for somebody to approve it.",
    look: "bg-accent-tint text-accent",
  },
  approved: { label: "Approved", tells: "It is ready to be published.", look: "bg-sage-tint text-sage" },
  scheduled: {
    label: "Scheduled",
    tells: "It will be published by itself.",
    look: "bg-accent-tint text-accent",
  },
  published: { label: "Published", tells: "Readers see it as it is here.", look: "bg-sage-tint text-sage" },
  changed: {
    label: "Changed",
    tells: "Readers see the version that was published; changes since then wait for Publish.",
    look: "bg-accent-tint text-accent",
  },
  unpublished: {
    label: "Unpublished",
    tells: "Readers saw it once, and do not any more.",
    look: "bg-ochre-tint text-ochre",
  },
  archived: {
    label: "Archived",
    tells: "It is put away: reopen it to work on it.",
    look: "bg-sunken text-muted",
  },
};

export function StatusChip({ status }: { status: EntryStatus }) {
  const { label, tells, look } = chips[status];
  return (
    <span
      title={tells}
      className={`inline-flex shrink-0 items-center rounded-full px-2 py-0.5 text-xs font-semibold ${look}`}
    >
      {label}
    </span>
  );
}
