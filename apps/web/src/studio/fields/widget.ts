import type { FieldDescription } from "@letterpress/client";

/** What every widget is given. A value is of the type that the field's kind says; anything else counts as empty. */
export interface WidgetProps {
  field: FieldDescription;
  value: unknown;
  onChange: (value: unknown) => void;
  /** For the control itself: its id, its name, what describes it, whether it was refused. */
  control: ControlProps;
  /** It is the type's title, set as readers will see it. */
  isTitle: boolean;
}

export interface ControlProps {
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
