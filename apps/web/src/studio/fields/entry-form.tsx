import type { FieldDescription, TypeDescription } from "@letterpress/client";
import type { FieldValues } from "../connection/entries-of.ts";
import { FieldRow } from "./field-row.tsx";

interface EntryFormProps {
  type: TypeDescription;
  values: FieldValues;
  issues: Record<string, string>;
  onChange: (name: string, value: unknown) => void;
}

/**
 * A form made from the type's description: what is written stands in the middle, what is said about it at the side,
 * or below while a text and its preview need the room.
 */
export function EntryForm({ type, values, issues, onChange }: EntryFormProps) {
  const isWritten = (field: FieldDescription) =>
    field.name === type.titleField || field.kind === "markdown" || field.multiline === true;
  const row = (field: FieldDescription) => (
    <FieldRow
      key={field.name}
      field={field}
      value={values[field.name]}
      issue={issues[field.name]}
      isTitle={field.name === type.titleField}
      onChange={(value) => onChange(field.name, value)}
    />
  );
  return (
    <div className="grid justify-center gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,46rem)_19rem] has-[[data-layout=split]]:xl:grid-cols-1">
      <div className="mx-auto flex w-full max-w-[46rem] min-w-0 flex-col gap-5 has-[[data-layout=split]]:max-w-none">
        {type.fields.filter(isWritten).map(row)}
      </div>
      <div className="mx-auto flex w-full max-w-[46rem] min-w-0 flex-col gap-5 rounded-lg border border-line bg-surface p-4 xl:self-start has-[[data-layout=split]]:max-w-none">
        {type.fields.filter((field) => !isWritten(field)).map(row)}
      </div>
    </div>
  );
}
