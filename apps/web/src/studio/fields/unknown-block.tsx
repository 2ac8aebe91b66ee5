import type { Item } from "./use-items.ts";
import { plainText } from "./value-text.ts";

/** A block of a sort that the content type no longer has. */
export function UnknownBlock({ item, issue }: { item: Item; issue: string | undefined }) {
  return (
    <>
      {issue && (
        <p data-issue-of={`${item.place.id}-head`} className="mb-2 text-sm font-semibold text-danger">
          {issue}
        </p>
      )}
      <p>
        This is no block that this field can have, perhaps from before the content type changed. Copy what you
        need into another block, then remove it.
      </p>
      <pre className="mt-1 max-h-48 overflow-y-auto font-mono text-sm break-words whitespace-pre-wrap">
        {plainText(item.value)}
      </pre>
    </>
  );
}
