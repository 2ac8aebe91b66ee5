import type { FieldDescription } from "@letterpress/client";
import { ShownValue } from "./shown-value.tsx";

interface ShownSideProps {
  title: string;
  field: FieldDescription;
  value: unknown;
  /** What it is compared with. */
  other: unknown;
}

/** One of two values that are compared. */
export function ShownSide({ title, field, value, other }: ShownSideProps) {
  return (
    <div className="min-w-0 px-3 py-2">
      <h4 className="mb-1 text-sm font-medium text-muted">{title}</h4>
      <div className="max-h-64 overflow-y-auto break-words whitespace-pre-wrap">
        <ShownValue field={field} value={value} other={other} />
      </div>
    </div>
  );
}
