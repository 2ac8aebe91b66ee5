import type { TypeDescription } from "@letterpress/client";
import { useRef, useState } from "react";
import { attempt } from "../connection/call.ts";
import { entriesOf } from "../connection/entries-of.ts";
import { newEntryId } from "../editor/new-entry-id.ts";
import { rememberEntry } from "../editor/remember-entry.ts";

/** Makes an entry that has only a title, to refer to it without leaving the page. It is a draft. */
export function useCreateTarget(type: TypeDescription, onCreated: (id: string) => void) {
  const [failure, setFailure] = useState<string | null>(null);
  const begun = useRef({ title: "", id: "" });
  async function create(title: string): Promise<void> {
    setFailure(null);
    // The same title again is another try: the first may have been made, and only its answer been lost.
    if (begun.current.title !== title) begun.current = { title, id: newEntryId() };
    const { id } = begun.current;
    const result = await attempt(entriesOf(type.name).create({ id, fields: { [type.titleField]: title } }));
    if (!result.ok) return setFailure(result.error.message);
    begun.current = { title: "", id: "" };
    rememberEntry(result.data);
    onCreated(result.data.id);
  }
  return { create, failure };
}
