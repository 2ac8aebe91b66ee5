import type { Asset } from "@letterpress/client";

const choices: [Asset["kind"] | undefined, string][] = [
  [undefined, "All"],
  ["image", "Pictures"],
  ["file", "Files"],
];

interface KindFilterProps {
  kind: Asset["kind"] | undefined;
  onChange: (kind: Asset["kind"] | undefined) => void;
}

export function KindFilter({ kind, onChange }: KindFilterProps) {
  return (
    <fieldset className="flex rounded-md bg-sunken p-0.5">
      <legend className="sr-only">Kind</legend>
      {choices.map(([value, label]) => (
        <button
          key={label}
          type="button"
          aria-pressed={kind === value}
          onClick={() => onChange(value)}
          className="min-h-8 rounded px-2.5 font-medium text-muted hover:text-ink aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-sm"
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
