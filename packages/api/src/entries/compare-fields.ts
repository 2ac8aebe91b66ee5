import { isDeepStrictEqual } from "node:util";
import type { ContentType } from "@letterpress/model/content-type";
import type { FieldComparison } from "../error-details.ts";

type Values = Readonly<Record<string, unknown>>;

interface Versions {
  /** What both started from; `null` when it is not kept any more, and everything may be a conflict. */
  base: Values | null;
  theirs: Values;
  /** The fields that a save named: null empties one. */
  changes: Values;
}

/** Field by field who has changed what; fields that nobody has changed are left out. */
export function compareFields(type: ContentType, { base, theirs, changes }: Versions): FieldComparison[] {
  const names = new Set(["slug", ...Object.keys(type.fields)]);
  return [...names].flatMap((field): FieldComparison[] => {
    const before = (base ?? theirs)[field];
    const their = theirs[field];
    const mine = changes[field] === undefined ? before : (changes[field] ?? undefined);
    const isMine = !isDeepStrictEqual(mine, before);
    const isTheirs = base === null ? isMine : !isDeepStrictEqual(their, before);
    if (!isMine && !isTheirs) return [];
    const isConflict = isMine && isTheirs && !isDeepStrictEqual(mine, their);
    const changedBy = isConflict ? "both" : isTheirs ? "theirs" : "mine";
    return [{ field, base: base?.[field], theirs: their, mine, changedBy }];
  });
}
