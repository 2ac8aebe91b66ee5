import type { HiddenReference } from "@letterpress/client";

/** Those that readers will not see by then, unless something is done; `null` is no time yet, and all of them. */
export function unseenAt(references: readonly HiddenReference[], at: Date | null): HiddenReference[] {
  return references.filter(({ scheduledFor }) => scheduledFor === null || at === null || scheduledFor > at);
}
