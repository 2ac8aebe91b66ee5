import type { ReleaseSummary } from "../connection/desk.ts";
import { type ReleaseState, releaseState } from "./release-state.ts";

const chips: Record<ReleaseState, { label: string; look: string }> = {
  open: { label: "Open", look: "bg-ochre-tint text-ochre" },
  scheduled: { label: "Scheduled", look: "bg-accent-tint text-accent" },
  failed: { label: "Failed", look: "bg-danger-tint text-danger" },
  published: { label: "Published", look: "bg-sage-tint text-sage" },
};

export function ReleaseChip({ release }: { release: ReleaseSummary }) {
  const { label, look } = chips[releaseState(release)];
  return <span className={`shrink-0 rounded-full px-2 py-0.5 text-xs font-semibold ${look}`}>{label}</span>;
}
