import type { FieldDescription } from "@letterpress/client";
import { useMemo } from "react";
import type { FieldValues } from "../connection/entries-of.ts";
import { fieldChanges } from "./field-changes.ts";
import { ShownChange } from "./shown-change.tsx";

interface RevisionDiffProps {
  fields: readonly FieldDescription[];
  before: FieldValues;
  after: FieldValues;
}

/** What differs between two revisions, field by field; fields that are alike are left out. */
export function RevisionDiff({ fields, before, after }: RevisionDiffProps) {
  const changed = useMemo(() => fieldChanges(fields, before, after), [fields, before, after]);
  if (changed.length === 0) return <p className="py-4 text-muted">Both say the same.</p>;
  return (
    <div className="flex flex-col gap-3">
      {changed.map(({ field, changes }) => (
        <section key={field.name} aria-label={field.label} className="rounded-lg border border-line">
          <h3 className="border-b border-line px-3 py-2 font-semibold">{field.label}</h3>
          <div className="divide-y divide-line">
            {changes.map((change, index) => (
              <ShownChange key={index} change={change} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
