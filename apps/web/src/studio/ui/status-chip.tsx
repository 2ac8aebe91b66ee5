import type { EntryStatus } from "@letterpress/client";
import { statusWords } from "./entry-statuses.ts";

/** Filled where readers see it, outlined where somebody has to do something, plain where nobody has. */
const looks: Record<EntryStatus, string> = {
  draft: "border-transparent bg-ochre-tint text-ochre",
  inReview: "border-accent text-accent",
  approved: "border-sage text-sage",
  scheduled: "border-transparent bg-accent-tint text-accent",
  published: "border-transparent bg-sage-tint text-sage",
  changed: "border-sage border-dashed bg-sage-tint text-sage",
  unpublished: "border-transparent bg-sunken text-muted",
  archived: "border-line text-muted",
};

export function StatusChip({ status }: { status: EntryStatus }) {
  const { label, tells } = statusWords[status];
  return (
    <span
      title={tells}
      className={`inline-flex shrink-0 items-center rounded-full border px-2 py-px text-xs font-semibold whitespace-nowrap ${looks[status]}`}
    >
      {label}
    </span>
  );
}
