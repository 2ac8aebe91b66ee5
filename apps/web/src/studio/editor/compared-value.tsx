import type { FieldDescription } from "@letterpress/client";
import { isBlank } from "../fields/same-value.ts";
import { plainText } from "../fields/value-text.ts";
import { MarkedText } from "./marked-text.tsx";
import { ShownValue } from "./shown-value.tsx";

interface ComparedValueProps {
  field: FieldDescription;
  value: unknown;
  /** What it is compared with. */
  other: unknown;
}

const prose: readonly FieldDescription["kind"][] = ["text", "markdown", "json", "custom"];

/** A field's value beside another one: texts are compared by words. */
export function ComparedValue({ field, value, other }: ComparedValueProps) {
  if (!prose.includes(field.kind) || isBlank(value) || isBlank(other))
    return <ShownValue field={field} value={value} />;
  return <MarkedText text={plainText(value)} other={plainText(other)} />;
}
