import type { IconName } from "../ui/icon.tsx";
import type { PanelTab } from "./panel-state.ts";

export const panelWords: Record<PanelTab, { label: string; icon: IconName }> = {
  details: { label: "Details", icon: "details" },
  revisions: { label: "Revisions", icon: "history" },
  comments: { label: "Comments", icon: "comment" },
};
