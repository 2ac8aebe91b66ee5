import type { FieldDescription } from "@letterpress/client";
import { memo, Suspense } from "react";
import { blankValue } from "./blank-value.ts";
import { Counter } from "./counter.tsx";
import { fieldHelp } from "./field-help.ts";
import { FieldLabel } from "./field-label.tsx";
import { fitsKind } from "./fits-kind.ts";
import { useForm } from "./form-context.ts";
import { isSameRow } from "./is-same-row.ts";
import { Misfit } from "./misfit.tsx";
import { asText } from "./widget.ts";
import { widgets } from "./widgets.ts";

interface FieldRowProps {
  field: FieldDescription;
  /** The control's. */
  id: string;
  /** See {@link WidgetProps}. */
  path: string;
  value: unknown;
  isTitle?: boolean;
  /** Its name and help are read to those who do not see the page; from what is around it, they are clear. */
  isBare?: boolean;
  onChange: (value: unknown) => void;
}

/** Widgets so high that what is wrong is said above them. */
const high: readonly FieldDescription["kind"][] = ["markdown", "group", "list", "blocks"];

/** A field with its name, its help, and what is wrong with it. */
export const FieldRow = memo(Row, isSameRow);

function Row({ field, id, path, value, isTitle, isBare, onChange }: FieldRowProps) {
  const issue = useForm().issues[path];
  const Widget = widgets[field.kind];
  const isFitting = fitsKind(field, value);
  const help = fieldHelp(field);
  const describedBy = [help && `${id}-help`, issue && `${id}-issue`].filter(Boolean).join(" ");
  const isCounted = (field.kind === "text" || field.kind === "markdown") && field.max !== undefined;
  const issueText = issue && (
    <p id={`${id}-issue`} data-issue-of={id} className="col-span-2 my-1 text-sm font-semibold text-danger">
      {issue}
    </p>
  );
  // A switch stands at the end of its own line.
  const isSwitch = field.kind === "boolean" || field.widget === "boolean";
  return (
    <div data-field={path} className={`min-w-0 ${isSwitch ? "grid grid-cols-[1fr_auto] items-center" : ""}`}>
      <div className={isBare ? "sr-only" : "mb-1 flex items-baseline justify-between gap-3"}>
        <FieldLabel id={id} field={field} />
        {isCounted && <Counter length={asText(value).length} max={field.max ?? 0} />}
      </div>
      {high.includes(field.kind) && issueText}
      {!isFitting && <Misfit field={field} value={value} onClear={() => onChange(blankValue(field))} />}
      <Suspense
        fallback={
          <div role="status" aria-label={`Loading ${field.label}`} className="h-40 rounded bg-sunken" />
        }
      >
        <Widget
          field={field}
          value={isFitting ? value : undefined}
          onChange={onChange}
          path={path}
          isTitle={isTitle === true}
          control={{
            id,
            "aria-labelledby": `${id}-label`,
            "aria-describedby": describedBy || undefined,
            "aria-invalid": issue !== undefined,
            "aria-required": field.required || undefined,
          }}
        />
      </Suspense>
      {!high.includes(field.kind) && issueText}
      {help && (
        <p id={`${id}-help`} className={isBare ? "sr-only" : "col-span-2 mt-1 text-sm text-muted"}>
          {help}
        </p>
      )}
    </div>
  );
}
