import type { ServerResponse } from "node:http";

/** How much of one kind of work a node takes on. */
export interface GateLimits {
  /** Requests in work at once. */
  atOnce: number;
  /** Requests that wait for their turn at most. */
  queue: number;
}

/** Takes requests to work in the order in which they come, and turns the rest away. */
export interface Gate {
  /**
   * Calls `begin` once there is room, or `refuse` where there will not be in time; neither for a client that has gone.
   * The request has its place until its answer is made (it may still be on its way then), or nobody waits for it.
   */
  enter(response: ServerResponse, begin: () => void, refuse: () => void): void;
}

/** Milliseconds after which whoever waits is turned away. */
const patience = 1_000;
/** Where the first in a long queue has waited this long, in milliseconds, another would wait in vain. */
const stalled = 250;
/** A queue is long where it is so many times what is in work: a shorter one is worked off in time by slow work, too. */
const long = 4;

interface Waiting {
  since: number;
  begin(): void;
}

const places = new WeakMap<ServerResponse, () => void>();

/** Gives a request's place to the next one, while its answer goes on: it is counted elsewhere from now on. */
export function leaveGate(response: ServerResponse): void {
  places.get(response)?.();
}

export function createGate({ atOnce, queue }: GateLimits): Gate {
  let running = 0;
  const waiting = new Set<Waiting>();

  const isStalled = () => {
    if (waiting.size < atOnce * long) return false;
    for (const { since } of waiting) return performance.now() - since > stalled;
    return false;
  };

  function take(response: ServerResponse): void {
    running++;
    places.set(response, () => {
      places.delete(response);
      running--;
      for (const next of waiting) {
        next.begin();
        break;
      }
    });
  }

  return {
    enter(response, begin, refuse) {
      const leave = () => leaveGate(response);
      response.once("prefinish", leave);
      response.once("close", leave);
      if (running < atOnce) {
        take(response);
        return begin();
      }
      if (waiting.size >= queue || isStalled()) return refuse();
      const end = () => {
        clearTimeout(timer);
        waiting.delete(turn);
        places.delete(response);
      };
      const turn: Waiting = {
        since: performance.now(),
        begin() {
          end();
          take(response);
          begin();
        },
      };
      const timer = setTimeout(() => {
        end();
        refuse();
      }, patience);
      places.set(response, end);
      waiting.add(turn);
    },
  };
}
