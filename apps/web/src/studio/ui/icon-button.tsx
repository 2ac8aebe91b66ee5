import { Tooltip } from "radix-ui";
import type { ComponentProps } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface IconButtonProps extends Omit<ComponentProps<"button">, "children" | "aria-label"> {
  icon: IconName;
  /** The button's name, shown as a tooltip. */
  label: string;
  /** Keys that do the same, shown with the name. */
  keys?: string;
  size?: number;
}

/** A button without words on it. */
export function IconButton({ icon, label, keys, size = 18, className = "", ...rest }: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          aria-label={label}
          className={`inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-sunken hover:text-ink disabled:pointer-events-none disabled:opacity-40 ${className}`}
          {...rest}
        >
          <Icon name={icon} size={size} />
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          sideOffset={5}
          className="appear z-50 rounded bg-ink px-2 py-1 text-xs font-medium text-surface"
        >
          {label}
          {keys && <span className="ml-2 opacity-75">{keys}</span>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
