import type { Plan, Reads } from "../reads.ts";
import { type PublishedAnswer, publishedAnswer } from "./published-answer.ts";
import { type PublishedQuery, publishedStatement } from "./published-statement.ts";
import type { StatementRow } from "./row-kinds.ts";
import { isExact } from "./walk.ts";

/** Published entries with what is included, counted and named, in one statement: all of it is of one moment. */
export async function readPublished(reads: Reads, query: PublishedQuery): Promise<PublishedAnswer> {
  const { branches, sql } = publishedStatement(query);
  return publishedAnswer(await reads.query<StatementRow>(sql, planOf(query)), branches);
}

/** Of certain values the rarest is found by the statement itself; of all else, and for a count, PostgreSQL has to know. */
function planOf({ of, count }: PublishedQuery): Plan {
  return count || ("page" in of && !of.page.where.every(isExact)) ? "fresh" : "kept";
}
