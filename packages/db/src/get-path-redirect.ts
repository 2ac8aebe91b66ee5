import { Prisma } from "./generated/client.ts";
import type { Reads } from "./reads.ts";

/** Where somebody has said that a path leads; `null` where nobody has. */
export async function getPathRedirect(reads: Reads, path: string): Promise<string | null> {
  const [row] = await reads.query<{ target: string }>(
    Prisma.sql`SELECT target FROM path_redirect WHERE path = ${path}`,
  );
  return row?.target ?? null;
}
