/** What the pool says when nobody has given a connection back in time. */
export const noConnection = "timeout exceeded when trying to connect";
/** What it says when a connection that it opens is not there in time. */
const notOpened = "Connection terminated due to connection timeout";

/** Whether a query failed because no connection of its pool was free in time: it has not begun. */
export function isCrowded(error: unknown): boolean {
  // It has no code. Prisma passes it on as it is, or in a message of its own.
  return (
    error instanceof Error && (error.message.includes(noConnection) || error.message.includes(notOpened))
  );
}
