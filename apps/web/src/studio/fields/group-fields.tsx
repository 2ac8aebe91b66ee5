import type { FieldDescription } from "@letterpress/client";
import { fieldId } from "./field-id.ts";
import { FieldRow } from "./field-row.tsx";
import { needsRoom } from "./needs-room.ts";
import { isBlank } from "./same-value.ts";
import { useLatest } from "./use-latest.ts";
import { isRecord } from "./widget.ts";

interface GroupFieldsProps {
  fields: readonly FieldDescription[];
  /** Begins the ids of their controls. */
  id: string;
  path: string;
  value: unknown;
  onChange: (values: Record<string, unknown>) => void;
}

/** The fields of a group: short ones side by side where there is room. */
export function GroupFields({ fields, id, path, value, onChange }: GroupFieldsProps) {
  const values = isRecord(value) ? value : {};
  const latest = useLatest(values);
  function change(name: string, to: unknown) {
    const { [name]: _, ...others } = latest.current;
    latest.current = isBlank(to) ? others : { ...others, [name]: to };
    onChange(latest.current);
  }
  return (
    <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
      {fields.map((field) => (
        <div key={field.name} className={`min-w-0 ${isWide(field) ? "sm:col-span-2" : ""}`}>
          <FieldRow
            field={field}
            id={fieldId(field.name, id)}
            path={`${path}.${field.name}`}
            value={values[field.name]}
            onChange={(to) => change(field.name, to)}
          />
        </div>
      ))}
    </div>
  );
}

function isWide(field: FieldDescription): boolean {
  return needsRoom(field) || ["image", "file", "references", "url"].includes(field.kind);
}
