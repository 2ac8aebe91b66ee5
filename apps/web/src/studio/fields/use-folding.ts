import { useState } from "react";
import { useForm } from "./form-context.ts";
import { hasIssueInside } from "./place-issues.ts";

/** More items than this are folded at first, so that their order can be seen. */
const fewItems = 3;

/** Which items of a list are folded into one line. */
export function useFolding(keys: readonly string[], path: string) {
  const { issues, refusals, unread } = useForm();
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        keys.length > fewItems ? keys.filter((_, index) => !hasIssueInside(unread, `${path}.${index}`)) : [],
      ),
  );
  // A refused save or publish shows what it complains about.
  const [seen, setSeen] = useState(refusals);
  if (seen !== refusals) {
    setSeen(refusals);
    setFolded(
      new Set(
        [...folded].filter((key) => {
          const index = keys.indexOf(key);
          return index >= 0 && !hasIssueInside(issues, `${path}.${index}`);
        }),
      ),
    );
  }
  return {
    isFolded: (key: string) => folded.has(key),
    areAllFolded: keys.length > 0 && keys.every((key) => folded.has(key)),
    toggle: (key: string) => setFolded(toggled(folded, key)),
    foldAll: (isFolded: boolean) => setFolded(new Set(isFolded ? keys : [])),
  };
}

function toggled(folded: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(folded);
  if (!next.delete(key)) next.add(key);
  return next;
}
