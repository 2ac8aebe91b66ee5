import type { Entry, TypeDescription } from "@letterpress/client";
import { createContext, useContext } from "react";

interface EditedEntry {
  type: TypeDescription;
  /** As it was saved last; `null` until the first save. */
  saved: Entry | null;
}

/** The entry around a widget, for the few that need more than their own value. */
export const EditorContext = createContext<EditedEntry | null>(null);

export function useEditedEntry(): EditedEntry {
  const edited = useContext(EditorContext);
  if (!edited) throw new Error("Widgets stand inside an editor.");
  return edited;
}
