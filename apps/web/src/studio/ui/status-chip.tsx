import type { EntryStatus } from "@letterpress/client";

const chips: Record<EntryStatus, { label: string; tells: string; look: string }> = {
  draft: { label: "Draft", tells: "Readers do not see it.", look: "bg-ochre-tint text-ochre" },
  published: { label: "Published", tells: "Readers see it as it is here.", look: "bg-sage-tint text-sage" },
  changed: {
    label: "Changed",
    tells: "Readers see the version that was published; changes since then wait for Publish.",
    look: "bg-accent-tint text-accent",
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
