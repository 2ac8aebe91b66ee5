import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * The value as it stands when it is asked for. What began at an earlier one, such as an upload, must not put that
 * back. Whoever changes the value sets it here too, for what follows before the page is drawn again.
 */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
