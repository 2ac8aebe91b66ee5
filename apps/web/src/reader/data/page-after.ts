import type { Page } from "@letterpress/client";
import { isBadInput } from "./is-bad-input.ts";

/** The page of a list that a cursor leads to, the first one without; `null` where it leads nowhere. */
export async function pageAfter<Item>(
  after: string | undefined,
  list: (cursor: string | undefined) => Promise<Page<Item>>,
): Promise<Page<Item> | null> {
  try {
    const page = await list(after);
    return after !== undefined && page.items.length === 0 ? null : page;
  } catch (error) {
    if (after !== undefined && isBadInput(error)) return null;
    throw error;
  }
}
