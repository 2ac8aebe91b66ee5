import type { IncomingMessage, ServerResponse } from "node:http";
import { bodyInTime } from "./body-in-time.ts";
import { createGate, type Gate } from "./gate.ts";
import { kindOfWork, limits, type Work } from "./kind-of-work.ts";
import { type KnownCallers, knownCallers } from "./known-callers.ts";
import { sendBusy } from "./send-busy.ts";
import { undelivered } from "./undelivered.ts";

export interface Admission {
  /** Calls `begin` now or soon, or answers 503. For what no cache could answer. */
  admit(request: IncomingMessage, response: ServerResponse, begin: () => void): void;
  /** To be told of those who were found to be somebody. */
  callers: KnownCallers;
}

/** What this node takes on at once. */
export function createAdmission(): Admission {
  const gates = Object.fromEntries(
    Object.entries(limits).map(([work, limit]) => [work, createGate(limit)]),
  ) as Record<Work, Gate>;
  const callers = knownCallers();
  const { watch } = undelivered();
  return {
    admit(request, response, begin) {
      watch(response);
      // Work, and a stream of which nothing waits, may be silent for longer than a connection otherwise.
      response.on("timeout", () => response.writableLength > 0 && response.destroy());
      const work = kindOfWork(request, callers);
      if (work === null) return begin();
      // Those may take long; see uploads.ts.
      if (work !== "uploads") bodyInTime(request);
      gates[work].enter(response, begin, () => sendBusy(request, response));
    },
    callers,
  };
}
