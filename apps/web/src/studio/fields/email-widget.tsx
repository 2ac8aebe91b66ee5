import { asText, type WidgetProps } from "./widget.ts";

/** An email address. */
export function EmailWidget({ value, onChange, control }: WidgetProps) {
  return (
    <input
      {...control}
      type="email"
      // Not the editor's own.
      autoComplete="off"
      spellCheck={false}
      value={asText(value)}
      onChange={(event) => onChange(event.target.value.trim() || null)}
      className="field-box"
    />
  );
}
