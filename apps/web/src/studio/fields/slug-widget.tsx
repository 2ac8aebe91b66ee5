import { useEditedEntry } from "../editor/editor-context.ts";
import { addressHelp } from "./address-help.ts";
import { asText, type WidgetProps } from "./widget.ts";

/** The entry's address on the site; left alone, it is made of the title. */
export function SlugWidget({ value, onChange, control }: WidgetProps) {
  const { type, saved } = useEditedEntry();
  const text = asText(value);
  const help = addressHelp({ type, saved, slug: text });
  return (
    <>
      <div className="field-box flex items-center focus-within:outline-2 focus-within:outline-accent">
        {help.before && <span className="shrink-0 text-muted">{help.before}</span>}
        <input
          {...control}
          aria-describedby={[control["aria-describedby"], `${control.id}-address`].filter(Boolean).join(" ")}
          type="text"
          spellCheck={false}
          autoCapitalize="none"
          value={text}
          placeholder="made of the title"
          onChange={(event) => onChange(event.target.value)}
          // An entry cannot be without an address: an emptied box goes back to the saved one.
          onBlur={() => text === "" && saved && onChange(saved.slug)}
          className="min-w-0 flex-1 bg-transparent placeholder:text-muted outline-none!"
        />
      </div>
      <p id={`${control.id}-address`} className="mt-1 text-sm text-muted">
        {help.text}
      </p>
    </>
  );
}
