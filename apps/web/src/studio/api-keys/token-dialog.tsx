import { useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Modal } from "../ui/modal.tsx";

interface TokenDialogProps {
  name: string;
  token: string;
  onClose: () => void;
}

/** Shows the token this once. It is closed by its button alone, as nobody can show the token again. */
export function TokenDialog({ name, token, onClose }: TokenDialogProps) {
  const box = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "selected" | null>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(token);
      setOutcome("copied");
    } catch {
      // Browsers keep the clipboard from pages that came without HTTPS.
      box.current?.select();
      setOutcome("selected");
    }
  }

  return (
    <Modal
      title={`The key of “${name}”`}
      description="Copy it now: it is shown this once. Keep it where the program keeps its secrets, never in a page or a repository."
    >
      <div className="flex gap-2">
        <input
          ref={box}
          readOnly
          value={token}
          aria-label="API key"
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          className="field-box font-mono text-sm"
        />
        <Button look={outcome === "copied" ? "secondary" : "primary"} onClick={() => void copy()}>
          <Icon name={outcome === "copied" ? "check" : "copy"} size={16} />
          {outcome === "copied" ? "Copied" : "Copy"}
        </Button>
      </div>
      <p role="status" className="mt-2 min-h-5 text-sm text-muted">
        {outcome === "copied" && "It is in the clipboard."}
        {outcome === "selected" && "It is selected: press Ctrl+C or ⌘C to copy it."}
      </p>
      <pre className="mt-2 overflow-x-auto rounded-md bg-sunken px-3 py-2 text-sm">
        <code>createClient({"{ url, apiKey }"})</code>
      </pre>
      <div className="mt-4 flex justify-end">
        <Button look={outcome === "copied" ? "primary" : "secondary"} onClick={onClose}>
          I have kept it
        </Button>
      </div>
    </Modal>
  );
}
