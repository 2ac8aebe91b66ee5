import type { ReactNode } from "react";

interface PickerOptionProps {
  id: string;
  isActive: boolean;
  onPick: () => void;
  onPoint: () => void;
  children: ReactNode;
}

/** One choice of a listbox. The focus stays in the box above, so the mouse must not take it. */
export function PickerOption({ id, isActive, onPick, onPoint, children }: PickerOptionProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onPick}
      className="flex min-h-9 cursor-pointer items-center gap-2 rounded px-2.5 py-1 aria-selected:bg-accent-tint"
    >
      {children}
    </div>
  );
}
