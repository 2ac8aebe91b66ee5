import { Icon } from "../ui/icon.tsx";
import { asText, type WidgetProps } from "./widget.ts";

/** A web address, which can be tried out. */
export function UrlWidget({ value, onChange, control }: WidgetProps) {
  const text = asText(value);
  return (
    <div className="field-box flex items-center gap-2 pr-1! focus-within:outline-2 focus-within:outline-accent">
      <input
        {...control}
        type="url"
        spellCheck={false}
        autoCapitalize="none"
        placeholder="https://"
        value={text}
        // Spaces come with what is pasted.
        onChange={(event) => onChange(event.target.value.trim() || null)}
        className="min-w-0 flex-1 bg-transparent placeholder:text-muted outline-none!"
      />
      {/^https?:\/\/\S+$/.test(text) && (
        <a
          href={text}
          target="_blank"
          rel="noreferrer"
          aria-label={`Open ${text}`}
          title="Open in a new tab"
          className="-my-1 inline-flex size-7 shrink-0 items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink"
        >
          <Icon name="outside" size={15} />
        </a>
      )}
    </div>
  );
}
