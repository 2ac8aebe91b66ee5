import { createContext, useContext, useEffect } from "react";
import type { Issues } from "./place-issues.ts";

interface Form {
  /** At the fields that show them. */
  issues: Issues;
  /** Counts up with each answer that names fields: what hides one of them opens. */
  refusals: number;
  /** Texts that widgets go on from, by path: this browser kept them when they were no values yet. */
  unread: Readonly<Record<string, string>>;
  /** What a widget holds that is no value yet, which saving would lose; null once it is. */
  onUnreadable: (path: string, unreadable: Unreadable | null) => void;
}

/** Text that is no value yet, and why. */
export interface Unreadable {
  text: string;
  problem: string;
}

/** The form around a field, at whatever depth. */
export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error("Fields stand inside a form.");
  return form;
}

/** Keeps the entry from being saved while a widget holds text that it cannot read. */
export function useUnreadable(path: string, text: string, problem: string | null): void {
  const { onUnreadable } = useForm();
  useEffect(() => {
    if (problem === null) return;
    onUnreadable(path, { text, problem });
    return () => onUnreadable(path, null);
  }, [path, text, problem, onUnreadable]);
}
