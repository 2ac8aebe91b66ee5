import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** Further things to do, behind a button. */
export function Menu({ label, children }: { label: string; children: ReactNode }) {
  return (
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
        sideOffset={4}
        className="appear z-30 min-w-52 rounded-lg border border-line bg-surface p-1 shadow-xl"
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  icon: IconName;
  children: ReactNode;
  onSelect: () => void;
  isDanger?: boolean;
}

export function MenuItem({ icon, children, onSelect, isDanger = false }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      className={`flex min-h-9 cursor-pointer items-center gap-2.5 rounded px-2.5 font-medium outline-none data-highlighted:bg-sunken ${isDanger ? "text-danger" : ""}`}
    >
      <Icon name={icon} />
      {children}
    </DropdownMenu.Item>
  );
}
