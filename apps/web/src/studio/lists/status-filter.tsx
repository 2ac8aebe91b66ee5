import type { EntryStatus } from "@letterpress/client";

const choices: [EntryStatus | undefined, string][] = [
  [undefined, "All"],
  ["draft", "Draft"],
  ["published", "Published"],
  ["changed", "Changed"],
];

interface StatusFilterProps {
  status: EntryStatus | undefined;
  onChange: (status: EntryStatus | undefined) => void;
}

export function StatusFilter({ status, onChange }: StatusFilterProps) {
  return (
    <fieldset className="flex rounded-md bg-sunken p-0.5">
      <legend className="sr-only">Status</legend>
      {choices.map(([value, label]) => (
        <button
          key={label}
          type="button"
          aria-pressed={status === value}
          onClick={() => onChange(value)}
          className="min-h-8 rounded px-2.5 font-medium text-muted hover:text-ink aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-sm"
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
