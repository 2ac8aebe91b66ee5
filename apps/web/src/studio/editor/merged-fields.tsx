import type { Difference } from "./changes.ts";
import { ComparedValue } from "./compared-value.tsx";

/** What only one side changed, and so needs no choice. */
export function MergedFields({ rows, theirName }: { rows: readonly Difference[]; theirName: string }) {
  const merged = rows.filter(({ changedBy }) => changedBy !== "both");
  if (merged.length === 0) return null;
  return (
    <section aria-labelledby="merged-fields">
      <h3 id="merged-fields" className="mb-1.5 font-semibold">
        Brought together without a question
      </h3>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {merged.map(({ field, base, theirs, mine, changedBy }) => (
          <li key={field.name} className="px-3 py-2">
            <p className="flex flex-wrap justify-between gap-x-4 text-sm font-medium">
              {field.label}
              <span className="text-muted">{changedBy === "theirs" ? theirName : "Yours"}</span>
            </p>
            <div className="mt-1 max-h-32 overflow-y-auto break-words whitespace-pre-wrap">
              <ComparedValue field={field} value={changedBy === "theirs" ? theirs : mine} other={base} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
