import { Prisma } from "./generated/client.ts";
import type { Reads } from "./reads.ts";

/** Reads that belong together without being in one snapshot, and whether they were of one moment all the same. */
export interface MomentReads {
  reads: Reads;
  /** The id of the last event at that moment, once something was read; `null` where they were not of one. */
  readonly moment: bigint | null | undefined;
}

/** Statements after which nobody goes on so: what takes many of them is seldom done before something happens. */
const statementsMax = 8;

/**
 * A snapshot takes a connection of its own and two statements more. So each of these reads says, in its own statement,
 * which event is the last: ids are in the order of commits, so where they all say the same, nothing was changed with an
 * event from the first to the last of them. They throw where they are not of one moment, and where they are too many:
 * what they are for has to be read in a snapshot then.
 */
export function readsOfOneMoment(reads: Reads): MomentReads {
  let moment: bigint | null | undefined;
  let statements = 0;

  function fail(): never {
    moment = null;
    throw new MomentLost();
  }

  const own: Reads = {
    async query<Row extends object>(statement: Prisma.Sql, ...plan: [plan?: "kept" | "fresh"]) {
      if (moment === null || ++statements > statementsMax) return fail();
      const rows = await reads.query<Row & Said>(withMoment(statement), ...plan);
      const [said] = rows;
      const read = BigInt(said?.moment ?? 0);
      if (moment === undefined) moment = read;
      if (moment !== read) return fail();
      return said?.is_row ? rows : [];
    },
    inSnapshot: (fn) => fn(own),
  };
  return {
    reads: own,
    get moment() {
      return moment;
    },
  };
}

/** Beside each row; where there is none, a row without `is_row`. */
interface Said {
  moment: string;
  is_row: true | null;
}

function withMoment(statement: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT said.moment, asked.* FROM (SELECT coalesce(max(id), 0)::text AS moment FROM event) said
    LEFT JOIN (SELECT true AS is_row, one.* FROM (${statement}) one) asked ON true`;
}

/** Something happened between two reads. */
export class MomentLost extends Error {
  override readonly name = "MomentLost";
}
