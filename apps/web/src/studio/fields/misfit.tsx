import type { FieldDescription } from "@letterpress/client";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { plainText } from "./value-text.ts";

interface MisfitProps {
  field: FieldDescription;
  value: unknown;
  onClear: () => void;
}

/** A stored value that is not of the field's kind: shown as it is, so that nothing goes away unseen. */
export function Misfit({ field, value, onClear }: MisfitProps) {
  return (
    <div className="mb-2">
      <Notice tone="note" actions={<Button onClick={onClear}>Clear</Button>}>
        <p>
          {field.label} holds something that does not fit this field, perhaps from before the content type
          changed. Fill the field in to replace it, or clear it.
        </p>
        <pre className="mt-1 max-h-48 overflow-y-auto font-mono text-sm break-words whitespace-pre-wrap">
          {plainText(value)}
        </pre>
      </Notice>
    </div>
  );
}
