import { DropdownMenu } from "radix-ui";
import { createContext, type ReactNode, type RefObject, use, useRef } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** Where a menu keeps what was chosen until it has closed; without it, an item runs at once. */
const ChosenContext = createContext<RefObject<(() => void) | null> | null>(null);

/** Further things to do, behind a button. */
export function Menu({ label, children }: { label: string; children: ReactNode }) {
  const chosen = useRef<(() => void) | null>(null);
  return (
    // A dialog gives the focus back to what had it: that must be the button, as the item has gone by then.
    <ChosenContext value={chosen}>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          aria-label={label}
          title={label}
          className="inline-flex size-9 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink"
        >
          <Icon name="more" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Content
          align="end"
          onCloseAutoFocus={() => {
            const run = chosen.current;
            chosen.current = null;
            if (run) queueMicrotask(run);
          }}
          sideOffset={4}
          className="appear z-30 min-w-52 rounded-lg border border-line bg-surface p-1 shadow-xl"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Root>
    </ChosenContext>
  );
}

interface MenuItemProps {
  icon: IconName;
  children: ReactNode;
  onSelect: () => void;
  isDanger?: boolean;
}

export function MenuItem({ icon, children, onSelect, isDanger = false }: MenuItemProps) {
  const chosen = use(ChosenContext);
  return (
    <DropdownMenu.Item
      onSelect={() => {
        if (chosen) chosen.current = onSelect;
        else onSelect();
      }}
      className={`flex min-h-9 cursor-pointer items-center gap-2.5 rounded px-2.5 font-medium outline-none data-highlighted:bg-sunken ${isDanger ? "text-danger" : ""}`}
    >
      <Icon name={icon} />
      {children}
    </DropdownMenu.Item>
  );
}
