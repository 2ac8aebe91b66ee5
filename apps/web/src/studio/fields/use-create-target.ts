import type { TypeDescription } from "@letterpress/client";
import { useState } from "react";
import { attempt } from "../connection/call.ts";
import { entriesOf } from "../connection/entries-of.ts";
import { rememberEntry } from "../editor/remember-entry.ts";

/** Makes an entry that has only a title, to refer to it without leaving the page. It is a draft. */
export function useCreateTarget(type: TypeDescription, onCreated: (id: string) => void) {
  const [failure, setFailure] = useState<string | null>(null);
  async function create(title: string): Promise<void> {
    setFailure(null);
    const result = await attempt(entriesOf(type.name).create({ fields: { [type.titleField]: title } }));
    if (!result.ok) return setFailure(result.error.message);
    rememberEntry(result.data);
    onCreated(result.data.id);
  }
  return { create, failure };
}
