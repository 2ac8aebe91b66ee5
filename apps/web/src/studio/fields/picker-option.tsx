import type { ReactNode } from "react";

interface PickerOptionProps {
  id: string;
  isActive: boolean;
  onPick: () => void;
  onPoint: () => void;
  children: ReactNode;
}

/** One choice of a listbox. The focus stays in the box above. */
export function PickerOption({ id, isActive, onPick, onPoint, children }: PickerOptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the focus and takes the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onMouseMove={onPoint}
      onClick={onPick}
      className="flex min-h-9 cursor-pointer items-center gap-2 rounded px-2.5 py-1 aria-selected:bg-accent-tint"
    >
      {children}
    </div>
  );
}
