import type { FieldDescription } from "@letterpress/client";
import { useMemo } from "react";
import { FieldRow } from "./field-row.tsx";
import { fitsKind } from "./fits-kind.ts";
import { useForm } from "./form-context.ts";
import { GroupFields } from "./group-fields.tsx";
import type { Item } from "./use-items.ts";

/** What an item of a list is edited with, under its head: a group without a second frame around it. */
export function ItemBody({ item, field, path }: { item: Item; field: FieldDescription; path: string }) {
  const { place, value, change } = item;
  const issue = useForm().issues[path];
  const named = useMemo(() => ({ ...field, label: place.name }), [field, place.name]);
  if (!field.fields || !fitsKind(field, value))
    return (
      <FieldRow field={named} id={`${place.id}-value`} path={path} value={value} isBare onChange={change} />
    );
  return (
    <fieldset aria-label={place.name} className="min-w-0">
      {issue && (
        <p data-issue-of={`${place.id}-head`} className="mb-2 text-sm font-semibold text-danger">
          {issue}
        </p>
      )}
      <GroupFields fields={field.fields} id={place.id} path={path} value={value} onChange={change} />
    </fieldset>
  );
}
