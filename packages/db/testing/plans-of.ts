import pg from "pg";
import type { Prisma } from "../src/generated/client.ts";

/** A step of a plan of PostgreSQL's, as EXPLAIN gives it. */
export interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Plan Rows": number;
  Plans?: PlanNode[];
}

/** The steps of the plan for the values of a statement, and of the one for any values, which PostgreSQL may keep. */
export async function plansOf(
  url: string,
  { text, values }: Prisma.Sql,
): Promise<{ custom: PlanNode[]; generic: PlanNode[] }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const custom = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
    const generic = await client.query(`EXPLAIN (FORMAT JSON, GENERIC_PLAN) ${text}`);
    return { custom: nodesOf(planOf(custom)), generic: nodesOf(planOf(generic)) };
  } finally {
    await client.end();
  }
}

function planOf({ rows }: pg.QueryResult): PlanNode {
  return rows[0]["QUERY PLAN"][0].Plan;
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
