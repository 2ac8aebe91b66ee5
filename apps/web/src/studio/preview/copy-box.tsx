import { useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

/** A text to take elsewhere. */
export function CopyBox({ label, text }: { label: string; text: string }) {
  const box = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "selected" | null>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      // Browsers keep the clipboard from pages that came without HTTPS.
      box.current?.select();
      setOutcome("selected");
    }
  }

  return (
    <>
      <div className="flex gap-2">
        <input
          ref={box}
          readOnly
          value={text}
          aria-label={label}
          onFocus={(event) => event.currentTarget.select()}
          className="field-box min-w-0 font-mono text-sm"
        />
        <Button onClick={() => void copy()}>
          <Icon name={outcome === "copied" ? "check" : "copy"} size={16} />
          {outcome === "copied" ? "Copied" : "Copy"}
        </Button>
      </div>
      <p role="status" className="mt-1 text-sm text-muted empty:hidden">
        {outcome === "copied" && "It is in the clipboard."}
        {outcome === "selected" && "It is selected: press Ctrl+C or ⌘C to copy it."}
      </p>
    </>
  );
}
