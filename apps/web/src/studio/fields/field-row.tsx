import type { FieldDescription } from "@letterpress/client";
import { Suspense } from "react";
import { Counter } from "./counter.tsx";
import { fieldId } from "./field-id.ts";
import { asText } from "./widget.ts";
import { widgets } from "./widgets.ts";

interface FieldRowProps {
  field: FieldDescription;
  value: unknown;
  /** What is wrong with it. */
  issue: string | undefined;
  isTitle: boolean;
  onChange: (value: unknown) => void;
}

/** A field with its name, its help, and what is wrong with it. */
export function FieldRow({ field, value, issue, isTitle, onChange }: FieldRowProps) {
  const id = fieldId(field.name);
  const Widget = widgets[field.kind];
  const describedBy = [field.help && `${id}-help`, issue && `${id}-issue`].filter(Boolean).join(" ");
  const isCounted = (field.kind === "text" || field.kind === "markdown") && field.max !== undefined;
  // A switch stands at the end of its own line.
  const look = field.kind === "boolean" ? "grid grid-cols-[1fr_auto] items-center" : "";
  return (
    <div data-field={field.name} className={`min-w-0 ${look}`}>
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <label id={`${id}-label`} htmlFor={id} className="text-sm font-semibold text-muted">
          {field.label}
          {!field.required && field.kind !== "boolean" && field.kind !== "slug" && (
            <span className="ml-1 font-normal" aria-hidden="true">
              · optional
            </span>
          )}
        </label>
        {isCounted && <Counter length={asText(value).length} max={field.max ?? 0} />}
      </div>
      <Suspense
        fallback={
          <div role="status" aria-label={`Loading ${field.label}`} className="h-40 rounded bg-sunken" />
        }
      >
        <Widget
          field={field}
          value={value}
          onChange={onChange}
          isTitle={isTitle}
          control={{
            id,
            "aria-labelledby": `${id}-label`,
            "aria-describedby": describedBy || undefined,
            "aria-invalid": issue !== undefined,
            "aria-required": field.required || undefined,
          }}
        />
      </Suspense>
      {field.help && (
        <p id={`${id}-help`} className="col-span-2 mt-1 text-sm text-muted">
          {field.help}
        </p>
      )}
      {issue && (
        <p id={`${id}-issue`} className="col-span-2 mt-1 text-sm font-semibold text-danger">
          {issue}
        </p>
      )}
    </div>
  );
}
