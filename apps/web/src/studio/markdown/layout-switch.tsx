/** What of a markdown field is in sight. */
export type Layout = "write" | "split" | "preview";

const choices: [Layout, string][] = [
  ["write", "Write"],
  ["split", "Side by side"],
  ["preview", "Preview"],
];

interface LayoutSwitchProps {
  label: string;
  layout: Layout;
  onChange: (layout: Layout) => void;
}

export function LayoutSwitch({ label, layout, onChange }: LayoutSwitchProps) {
  return (
    <fieldset className="flex">
      <legend className="sr-only">{label}: view</legend>
      {choices.map(([value, name]) => (
        <button
          key={value}
          type="button"
          aria-pressed={layout === value}
          onClick={() => onChange(value)}
          className={`min-h-8 rounded px-2 text-sm font-medium text-muted hover:text-ink aria-pressed:text-accent ${value === "split" ? "max-md:hidden" : ""}`}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
