import type { Press } from "@letterpress/client";
import type { AnyEntry } from "./entries.ts";

interface AnyListQuery {
  ids?: string[];
  cursor?: string;
  limit?: number;
}

/** The public procedures of a type that is known by name alone. */
export interface ContentCalls {
  get(input: { slug: string }): Promise<AnyEntry>;
  list(query: AnyListQuery): Promise<{ items: AnyEntry[]; nextCursor: string | null }>;
}

/** `type` is one that the publication itself named. */
export function contentCalls(press: Press, type: string): ContentCalls {
  return (press.content as unknown as Record<string, ContentCalls>)[type] as ContentCalls;
}
