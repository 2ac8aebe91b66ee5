import type { KeyboardEvent } from "react";
import { GrowingTextarea } from "./growing-textarea.tsx";
import { asText, type WidgetProps } from "./widget.ts";

const bare =
  "block w-full rounded-sm bg-transparent placeholder:text-muted placeholder:opacity-70 outline-offset-4 font-serif";

/** Plain text: the title and longer texts are set as readers will see them, short ones stand in a box. */
export function TextWidget({ field, value, onChange, control, isTitle }: WidgetProps) {
  const text = asText(value);
  if (isTitle)
    return (
      <GrowingTextarea
        {...control}
        value={text}
        rows={1}
        placeholder="Untitled"
        onKeyDown={ignoreEnter}
        // A title is one line, however many it takes to show: pasted line breaks become spaces.
        onChange={(event) => onChange(event.target.value.replace(/\s*[\r\n]+\s*/g, " "))}
        className={`${bare} text-4xl leading-tight font-medium`}
      />
    );
  if (field.multiline)
    return (
      <GrowingTextarea
        {...control}
        value={text}
        rows={2}
        onChange={(event) => onChange(event.target.value)}
        className="field-box block font-serif text-lg leading-snug"
      />
    );
  return (
    <input
      {...control}
      type="text"
      value={text}
      onChange={(event) => onChange(event.target.value)}
      className="field-box"
    />
  );
}

function ignoreEnter(event: KeyboardEvent) {
  if (event.key === "Enter") event.preventDefault();
}
