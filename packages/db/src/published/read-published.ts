import type { Plan, Reads } from "../reads.ts";
import type { Condition } from "./condition.ts";
import { type PublishedAnswer, publishedAnswer } from "./published-answer.ts";
import { type PublishedQuery, publishedStatement } from "./published-statement.ts";
import type { StatementRow } from "./row-kinds.ts";
import { isExact } from "./walk.ts";

/** Published entries with what is included, counted and named, in one statement: all of it is of one moment. */
export async function readPublished(reads: Reads, query: PublishedQuery): Promise<PublishedAnswer> {
  const { branches, sql } = publishedStatement(query);
  return publishedAnswer(await reads.query<StatementRow>(sql, planOf(query)), branches);
}

/**
 * An index gives all that there is, and all of one value, in the order of a page, and a few entries that are left out
 * are passed on the way. Of anything more, the values decide.
 */
function planOf({ of, count }: PublishedQuery): Plan {
  if (count) return "fresh";
  if ("key" in of) return "kept";
  const { where, order } = of.page;
  const deciding = where.filter((one) => !leavesOutFew(one));
  if (deciding.length === 0) return "kept";
  return deciding.length === 1 && deciding.every(isExact) && order.by === "publishedAt" ? "kept" : "fresh";
}

function leavesOutFew(condition: Condition): boolean {
  return "not" in condition && "column" in condition.not && condition.not.column === "id";
}
