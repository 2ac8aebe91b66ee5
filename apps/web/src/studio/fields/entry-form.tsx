import type { FieldDescription, TypeDescription } from "@letterpress/client";
import { useEffect, useMemo, useState } from "react";
import type { FieldValues } from "../connection/entries-of.ts";
import { fieldId } from "./field-id.ts";
import { FieldRow } from "./field-row.tsx";
import { FormContext, type Unreadable } from "./form-context.ts";
import { needsRoom } from "./needs-room.ts";
import { type Issues, placeIssues } from "./place-issues.ts";
import { useSame } from "./use-same.ts";

interface EntryFormProps {
  type: TypeDescription;
  values: FieldValues;
  /** By path, as the server names them. */
  issues: Issues;
  /** See {@link FormContext}. */
  refusals: number;
  /** See {@link FormContext}. Only what is there at first goes on from it. */
  unread: Readonly<Record<string, string>>;
  onChange: (name: string, value: unknown) => void;
  onUnreadable: (path: string, unreadable: Unreadable | null) => void;
}

/**
 * A form made from the type's description: what is written stands in the middle, what is said about it at the side,
 * or below while a text and its preview need the room.
 */
export function EntryForm({
  type,
  values,
  issues,
  refusals,
  unread: kept,
  onChange,
  onUnreadable,
}: EntryFormProps) {
  const [unread, setUnread] = useState(kept);
  // An item that takes such a place later is another one.
  useEffect(() => setUnread({}), []);
  const placed = useSame(placeIssues(type.fields, values, issues));
  const form = useMemo(
    () => ({ issues: placed, refusals, unread, onUnreadable }),
    [placed, refusals, unread, onUnreadable],
  );
  const isWritten = (field: FieldDescription) => field.name === type.titleField || needsRoom(field);
  const row = (field: FieldDescription) => (
    <FieldRow
      key={field.name}
      id={fieldId(field.name)}
      path={field.name}
      field={field}
      value={values[field.name]}
      isTitle={field.name === type.titleField}
      onChange={(value) => onChange(field.name, value)}
    />
  );
  return (
    <FormContext value={form}>
      <div
        data-columns
        className="grid justify-center gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,46rem)_19rem] has-[[data-layout=split]]:xl:grid-cols-1"
      >
        <div className="mx-auto flex w-full max-w-[46rem] min-w-0 flex-col gap-5 has-[[data-layout=split]]:max-w-none">
          {type.fields.filter(isWritten).map(row)}
        </div>
        <div className="mx-auto flex w-full max-w-[46rem] min-w-0 flex-col gap-5 rounded-lg border border-line bg-surface p-4 xl:self-start has-[[data-layout=split]]:max-w-none">
          {type.fields.filter((field) => !isWritten(field)).map(row)}
        </div>
      </div>
    </FormContext>
  );
}
