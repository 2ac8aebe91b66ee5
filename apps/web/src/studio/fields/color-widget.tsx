import { IconButton } from "../ui/icon-button.tsx";
import { asText, type WidgetProps } from "./widget.ts";

/** A colour: picked, or written as `#rrggbb`. */
export function ColorWidget({ field, value, onChange, control }: WidgetProps) {
  const text = asText(value);
  const isColor = /^#[0-9a-f]{6}$/i.test(text);
  return (
    <div className="flex items-center gap-2">
      <input
        type="color"
        aria-label={`Pick ${field.label.toLowerCase()}`}
        value={isColor ? text : "#000000"}
        onChange={(event) => onChange(event.target.value)}
        className={`h-9 w-12 shrink-0 cursor-pointer rounded-md border border-control bg-surface p-1 ${isColor ? "" : "opacity-40"}`}
      />
      <input
        {...control}
        type="text"
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        placeholder="#1a2b3c"
        value={text}
        onChange={(event) => onChange(event.target.value.trim().toLowerCase() || null)}
        className="field-box min-w-0 flex-1 font-mono"
      />
      {text !== "" && (
        <IconButton
          icon="close"
          label={`Clear ${field.label.toLowerCase()}`}
          size={15}
          onClick={() => onChange(null)}
        />
      )}
    </div>
  );
}
