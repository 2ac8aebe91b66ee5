import type { Page, Press } from "@letterpress/client";
import type { AnyEntry } from "./entries.ts";

interface AnyListQuery {
  where?: { id: { in: string[] } };
  cursor?: string;
  limit?: number;
}

/** The public procedures of a type that is known by name alone. */
export interface ContentCalls {
  get(query: { slug: string }): Promise<AnyEntry>;
  list(query: AnyListQuery): Promise<Page<AnyEntry>>;
  /** Of what every entry has, the chosen names alone. */
  list<Name extends "id" | "slug" | "path" | "updatedAt">(
    query: AnyListQuery & { select: Record<Name, true> },
  ): Promise<Page<Pick<AnyEntry, Name>>>;
}

/** `type` is one that the publication itself named, so its calls are there; of its fields nothing is known. */
export function contentCalls(press: Press, type: string): ContentCalls {
  return (press.content as unknown as Record<string, ContentCalls>)[type] as ContentCalls;
}
