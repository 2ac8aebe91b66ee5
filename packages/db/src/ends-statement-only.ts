import pg from "pg";

/** States in which PostgreSQL also ends the connection: it shuts down, or has no more patience with it. */
const ending = /^(08|57P|25P0[34])/;

/** Whether a statement failed of itself, and its connection goes on. By the code: words are in the server's language. */
export function endsStatementOnly(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !ending.test(error.code ?? "");
}
