import type { Press } from "@letterpress/client";
import { contentCalls } from "./content-calls.ts";
import type { AnyEntry } from "./entries.ts";
import { isMissing } from "./is-missing.ts";

/** The published entry with this slug, or `null`. */
export async function findEntry(press: Press, type: string, slug: string): Promise<AnyEntry | null> {
  try {
    return await contentCalls(press, type).get({ slug });
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
