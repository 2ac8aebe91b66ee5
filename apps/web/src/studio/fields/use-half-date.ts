import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useUnreadable } from "./form-context.ts";

const problem = "This is not complete: fill in every part of it, or clear it.";

/**
 * The browser's date boxes say that they are empty while only a part is filled in: then a save would lose that part
 * without a word. `problem` is null while somebody types, and where an issue is told already.
 */
export function useHalfDate(path: string, isRefused: boolean) {
  const [isHalf, setHalf] = useState(false);
  const [isTyping, setTyping] = useState(false);
  // What is in it, the browser does not tell.
  useUnreadable(path, "", isHalf ? problem : null);
  const look = ({ currentTarget }: FormEvent<HTMLInputElement> | KeyboardEvent<HTMLInputElement>) =>
    setHalf(currentTarget.validity.badInput);
  return {
    problem: isHalf && !isTyping && !isRefused ? problem : null,
    /** For the box. A part that is filled in is no change of its value, so that only keys tell. */
    listeners: {
      onFocus: () => setTyping(true),
      onKeyUp: look,
      onInput: look,
      onBlur: (event: FormEvent<HTMLInputElement>) => {
        setTyping(false);
        look(event);
      },
    },
  };
}
