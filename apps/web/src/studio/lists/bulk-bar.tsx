import type { EntrySummary, TypeDescription } from "@letterpress/client";
import { useState } from "react";
import { may } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import type { BulkAction } from "../connection/entries-of.ts";
import { entriesKey } from "../connection/queries.ts";
import { queryClient } from "../connection/query-client.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { toast } from "../ui/toasts.tsx";
import { AssignDialog } from "./assign-dialog.tsx";
import { fittingEntries, possibleActions } from "./bulk-actions.ts";
import { asksFirst, BulkQuestion } from "./bulk-question.tsx";
import { countOf } from "./count-of.ts";
import { type BulkOutcome, doInBulk } from "./do-in-bulk.ts";

interface BulkBarProps {
  type: TypeDescription;
  /** The entries that are selected. */
  entries: readonly EntrySummary[];
  onClear: () => void;
  /** Called with what became of them, and with what has happened to those that it worked for: "published". */
  onDone: (outcome: BulkOutcome, done: string) => void;
}

/** What can be done with the selected rows, at the foot of the list while there are any. */
export function BulkBar({ type, entries, onClear, onDone }: BulkBarProps) {
  const { role } = useMe();
  const [asking, setAsking] = useState<BulkAction | null>(null);
  const [through, setThrough] = useState<number | null>(null);

  async function run(action: BulkAction, done: string, userId?: string | null) {
    setAsking(null);
    setThrough(0);
    const outcome = await doInBulk(type.name, action, fittingEntries(action, entries), {
      onProgress: setThrough,
      ...(userId === undefined ? {} : { userId }),
    });
    setThrough(null);
    await queryClient.invalidateQueries({ queryKey: entriesKey(type.name) });
    const count = outcome.done.length;
    onDone(outcome, done);
    if (outcome.left.length > 0) return;
    toast(`${countOf(type, count)} ${count === 1 ? "is" : "are"} ${done}.`);
  }

  function begin(action: BulkAction, done: string) {
    if (asksFirst.includes(action)) setAsking(action);
    else void run(action, done);
  }

  const offered = possibleActions(entries);
  const asked = offered.find(({ action }) => action === asking);
  const isBusy = through !== null;
  return (
    <div className="sticky bottom-3 z-20 mt-4">
      <section
        aria-label="Selected entries"
        className="appear flex flex-wrap items-center gap-2 rounded-xl border border-line bg-surface p-2 pl-4 shadow-xl"
      >
        <p role="status" className="mr-auto font-medium">
          {isBusy && entries.length > 100 ? `${through} of ${entries.length}…` : `${entries.length} selected`}
        </p>
        {/* Their own line on a phone. */}
        <div className="order-last flex basis-full flex-wrap gap-2 sm:order-none sm:basis-auto">
          {offered
            .filter(({ isRare }) => !isRare)
            .map(({ action, label, icon, done }) => (
              <Button key={action} disabled={isBusy} onClick={() => begin(action, done)}>
                <Icon name={icon} size={16} />
                {label}
              </Button>
            ))}
        </div>
        {!isBusy && (
          <Menu label="More with the selected">
            {may(role, "assign") && (
              <MenuItem icon="person" onSelect={() => setAsking("assign")}>
                Assign…
              </MenuItem>
            )}
            {offered
              .filter(({ isRare }) => isRare)
              .map(({ action, label, icon, done }) => (
                <MenuItem
                  key={action}
                  icon={icon}
                  isDanger={action === "delete"}
                  onSelect={() => begin(action, done)}
                >
                  {label}
                </MenuItem>
              ))}
          </Menu>
        )}
        <Button look="quiet" onClick={onClear} disabled={isBusy} aria-keyshortcuts="Escape">
          Clear
        </Button>
      </section>
      {asking === "assign" && (
        <AssignDialog
          what={countOf(type, entries.length)}
          onAssign={(user) =>
            void run("assign", user ? `assigned to ${user.name}` : "assigned to nobody", user?.id ?? null)
          }
          onClose={() => setAsking(null)}
        />
      )}
      {asked && (
        <BulkQuestion
          type={type}
          action={asked.action}
          entries={fittingEntries(asked.action, entries)}
          onConfirm={() => void run(asked.action, asked.done)}
          onCancel={() => setAsking(null)}
        />
      )}
    </div>
  );
}
