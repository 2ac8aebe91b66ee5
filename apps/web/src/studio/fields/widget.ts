import type { FieldDescription } from "@letterpress/client";

/** What every widget is given. */
export interface WidgetProps {
  field: FieldDescription;
  /** Of the type that the field's kind says, or empty: the row shows what does not fit, and gives the widget nothing. */
  value: unknown;
  onChange: (value: unknown) => void;
  /** For the control itself: its id, its name, what describes it, whether it was refused. */
  control: ControlProps;
  /** Where the field stands in its entry, as issues name it: `program.2.minutes`. */
  path: string;
  /** It is the type's title, set as readers will see it. */
  isTitle: boolean;
}

export interface ControlProps {
  /** Stays the same when the value moves within its list, as `path` does not. */
  id: string;
  "aria-labelledby": string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean;
  "aria-required": boolean | undefined;
}

export function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function asIds(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
}

const noItems: readonly unknown[] = [];

/** The items of a list, in one and the same array for as long as they are the same. */
export function asItems(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : noItems;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
