/** Longest time that a stop may take, in milliseconds. */
const patience = 15_000;

/**
 * Runs `stop` once, then ends the process: on Ctrl-C, SIGTERM, a closed terminal, or when the process that started
 * this one is gone without a word. Call it before there is anything to stop.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = async () => {
    // Ctrl-C reaches every process of the terminal, and the parent passes it on as well.
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    await stop().catch(async (error: unknown) => {
      // Needed by few, and made of what all of the server can throw.
      const { operatorMessage } = await import("./operator-message.ts");
      console.error(operatorMessage(error));
      process.exitCode = 1;
    });
    process.exit();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  process.on("disconnect", end);
}
