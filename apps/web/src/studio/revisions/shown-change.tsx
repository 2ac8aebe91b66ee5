import { ShownValue } from "../editor/shown-value.tsx";
import { isBlank } from "../fields/same-value.ts";
import { Icon } from "../ui/icon.tsx";
import { type Change, comparedText } from "./field-changes.ts";
import { ShownTextChange } from "./shown-text-change.tsx";

/** One value before and after. */
export function ShownChange({ change }: { change: Change }) {
  const { place, field, before, after, isText } = change;
  return (
    <div className="px-3 py-2">
      {place.length > 0 && <p className="mb-0.5 text-sm font-semibold text-muted">{place.join(" › ")}</p>}
      {isText ? (
        <ShownTextChange before={comparedText(before)} after={comparedText(after)} />
      ) : (
        <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
          {!isBlank(before) && (
            <del className="diff-deleted min-w-0 break-words whitespace-pre-wrap">
              <ShownValue field={field} value={before} />
            </del>
          )}
          {!isBlank(before) && !isBlank(after) && (
            <span className="mt-0.5 text-muted">
              <Icon name="next" />
              <span className="sr-only">became</span>
            </span>
          )}
          {!isBlank(after) && (
            <ins className="diff-inserted min-w-0 break-words whitespace-pre-wrap">
              <ShownValue field={field} value={after} />
            </ins>
          )}
        </div>
      )}
    </div>
  );
}
