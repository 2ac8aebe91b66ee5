import type { Difference } from "./changes.ts";
import { ComparedValue } from "./compared-value.tsx";

interface ConflictFieldProps {
  row: Difference;
  theirName: string;
  choice: "mine" | "theirs";
  onChoose: (side: "mine" | "theirs") => void;
}

/** One field that both changed: two values to choose from, by mouse or arrow keys. */
export function ConflictField({ row, theirName, choice, onChoose }: ConflictFieldProps) {
  const { field, theirs, mine } = row;
  const sides = [
    { side: "theirs", title: theirName, value: theirs, other: mine },
    { side: "mine", title: "Yours", value: mine, other: theirs },
  ] as const;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-semibold">{field.label}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {sides.map(({ side, title, value, other }) => (
          <label
            key={side}
            className="block min-w-0 cursor-pointer rounded-lg border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-tint has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <span className="mb-1 flex items-center gap-2 text-sm font-medium">
              <input
                type="radio"
                name={`choice-${field.name}`}
                checked={choice === side}
                onChange={() => onChoose(side)}
                className="accent-accent outline-none!"
              />
              {title}
            </span>
            <div className="max-h-72 overflow-y-auto break-words whitespace-pre-wrap">
              <ComparedValue field={field} value={value} other={other} />
            </div>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
