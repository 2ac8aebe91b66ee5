import { DropdownMenu } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { Icon } from "../ui/icon.tsx";

interface ActionMenuProps {
  label: string;
  /** What is pressed; three dots unless given. */
  trigger?: ReactNode;
  children: ReactNode;
}

/** A menu whose choices take the focus elsewhere: to what they have made, or to what is left. */
export function ActionMenu({ label, trigger, children }: ActionMenuProps) {
  const wasChosen = useRef(false);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        {trigger ?? (
          <button
            type="button"
            aria-label={label}
            title={label}
            className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink"
          >
            <Icon name="more" />
          </button>
        )}
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align={trigger ? "start" : "end"}
        sideOffset={4}
        aria-label={label}
        onClick={(event) => {
          wasChosen.current =
            event.target instanceof Element && event.target.closest("[role=menuitem]") !== null;
        }}
        onCloseAutoFocus={(event) => {
          if (wasChosen.current) event.preventDefault();
          wasChosen.current = false;
        }}
        className="appear z-30 max-h-72 min-w-44 overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-xl"
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
