interface SelectAllProps {
  shown: number;
  selected: number;
  /** There are more than are shown. */
  hasMore: boolean;
  onToggle: () => void;
}

/** Selects all rows that are shown, or none. */
export function SelectAll({ shown, selected, hasMore, onToggle }: SelectAllProps) {
  return (
    <label className="mb-1 flex min-h-8 w-fit cursor-pointer items-center gap-3 pr-2 pl-3.5 text-sm text-muted">
      <input
        type="checkbox"
        checked={selected === shown}
        ref={(box) => {
          if (box) box.indeterminate = selected > 0 && selected < shown;
        }}
        onChange={onToggle}
        className="size-4 accent-accent"
      />
      {hasMore ? `Select the ${shown} shown` : "Select all"}
    </label>
  );
}
