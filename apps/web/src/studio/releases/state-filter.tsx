const choices = [
  ["open", "Open"],
  ["published", "Published"],
] as const;

interface StateFilterProps {
  state: "open" | "published";
  onChange: (state: "open" | "published") => void;
}

export function StateFilter({ state, onChange }: StateFilterProps) {
  return (
    <fieldset className="flex rounded-md bg-sunken p-0.5">
      <legend className="sr-only">State</legend>
      {choices.map(([value, label]) => (
        <button
          key={value}
          type="button"
          aria-pressed={state === value}
          onClick={() => onChange(value)}
          className="min-h-8 rounded px-2.5 font-medium text-muted hover:text-ink aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-sm"
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
