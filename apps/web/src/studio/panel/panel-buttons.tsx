import { useQuery } from "@tanstack/react-query";
import { commentsQuery } from "../comments/comments-query.ts";
import { openCount } from "../comments/threads-of.ts";
import { Icon } from "../ui/icon.tsx";
import { panelTabs, showPanel, usePanel } from "./panel-state.ts";
import { panelWords } from "./panel-words.ts";

/** Open the panel beside the form, each at one of its tabs. */
export function PanelButtons({ entryId }: { entryId: string }) {
  const shown = usePanel();
  const { data } = useQuery(commentsQuery(entryId));
  const waiting = openCount(data ?? []);
  return (
    <div className="flex max-sm:hidden">
      {panelTabs.map((tab) => {
        const { label, icon } = panelWords[tab];
        const count = tab === "comments" ? waiting : 0;
        const name = count > 0 ? `${label}, ${count} unresolved` : label;
        return (
          <button
            key={tab}
            id={`open-${tab}`}
            type="button"
            aria-label={name}
            title={name}
            aria-expanded={shown === tab}
            onClick={() => {
              showPanel(shown === tab ? null : tab);
              // It stands after the whole form: nobody should have to walk there.
              requestAnimationFrame(focusPanel);
            }}
            className="relative inline-flex size-9 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink aria-expanded:bg-accent-tint aria-expanded:text-accent"
          >
            <Icon name={icon} />
            {count > 0 && (
              <span className="absolute top-0.5 right-0 min-w-4 rounded-full bg-accent px-1 text-center text-[0.6875rem] leading-4 font-semibold text-on-accent">
                {count}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}

function focusPanel() {
  document.querySelector<HTMLElement>("[data-beside] [role=tab][data-state=active]")?.focus();
}
