import type { Press } from "@letterpress/client";
import { type ContentCalls, contentCalls } from "../../src/reader/data/content-calls.ts";

/** Keeps the entries that lists of a type answer from here on, to see how much of them was asked for. */
export function keepAnswers(press: Press, type: string): object[] {
  const kept: object[] = [];
  const calls = contentCalls(press, type);
  const list: (query: object) => Promise<{ items: object[] }> = calls.list;
  calls.list = (async (query: object) => {
    const page = await list(query);
    kept.push(...page.items);
    return page;
  }) as ContentCalls["list"];
  return kept;
}
