import { useState } from "react";
import { isDeepEqual } from "./same-value.ts";

/** The value itself, and not another one that says the same: what is made of it need not be made anew. */
export function useSame<T>(value: T): T {
  const [same, setSame] = useState(value);
  if (isDeepEqual(same, value)) return same;
  setSame(value);
  return value;
}
