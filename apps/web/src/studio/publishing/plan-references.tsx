import type { HiddenReference, TypeDescription } from "@letterpress/client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { typesQuery } from "../connection/queries.ts";
import { StatusChip } from "../ui/status-chip.tsx";
import { fieldName } from "./field-name.ts";

interface PlanReferencesProps {
  verb: "Publish" | "Schedule";
  type: TypeDescription;
  references: readonly HiddenReference[];
  /** Ids of those that are published or scheduled, too. */
  chosen: ReadonlySet<string>;
  onChoose: (id: string, isChosen: boolean) => void;
}

/** Entries that readers would not find behind what this one says, each with the offer to take it along. */
export function PlanReferences({ verb, type, references, chosen, onChoose }: PlanReferencesProps) {
  const { data: types } = useSuspenseQuery(typesQuery);
  const label = (name: string) => types.find((one) => one.name === name)?.label ?? name;
  return (
    <fieldset>
      <legend className="font-semibold">{verb} together</legend>
      <p className="mb-1 text-sm text-muted">
        It refers to these, and readers do not see them yet. What is left out stays out of the page.
      </p>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {references.map((reference) => {
          const { id, title, field, status } = reference;
          return (
            <li key={id}>
              <label className="flex min-h-10 cursor-pointer items-center gap-2.5 px-3 py-1.5 hover:bg-canvas">
                <input
                  type="checkbox"
                  checked={chosen.has(id)}
                  onChange={(event) => onChoose(id, event.target.checked)}
                  className="size-4 shrink-0 accent-accent"
                />
                <span className="min-w-0 flex-1">
                  <span className="font-medium">{title || "Untitled"}</span>{" "}
                  <span className="text-sm text-muted">
                    {label(reference.type)} · {fieldName(type.fields, field)}
                  </span>
                </span>
                <StatusChip status={status} />
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
