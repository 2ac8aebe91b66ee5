import { setImmediate } from "node:timers/promises";
import type { EventFeed, FeedEvent } from "./event-feed.ts";
import type { Following } from "./live-stream.ts";

/** Whoever is told of events as they come. */
export interface EventFollower {
  /** Takes an event. False: it takes no more before `resume` is called. What it throws ends it. */
  take(event: FeedEvent): boolean;
  /** Nothing comes any more. */
  end(error: unknown): void;
}

interface Member {
  follower: EventFollower;
  /** Of the last event that it took. */
  last: bigint;
  /** Ends its own reading, while it is not abreast. */
  catchingUp: AbortController | undefined;
  /** Set while it takes nothing. */
  resume: (() => void) | undefined;
}

interface Source extends Pick<EventFeed, "batchesAfter"> {
  /** Resolves once `latest` is known. */
  start(): Promise<void>;
  latest(): bigint;
}

/** Events that are told in one turn of the process's loop: other work goes on in between. */
const turn = 100;

/**
 * Tells events to many by one reading. Those who are behind, or take nothing for a while, read by themselves until they
 * are abreast of the others: who is abreast and hears nothing costs an entry in a set.
 */
export function createFanOut(source: Source) {
  const members = new Set<Member>();
  /** Those who are told by the one reading: each has taken everything before the batch that ends at `head`. */
  const abreast = new Set<Member>();
  let head = 0n;
  let reading: AbortController | undefined;

  async function read(): Promise<void> {
    if (reading) return;
    const own = new AbortController();
    reading = own;
    head = source.latest();
    try {
      for await (const batch of source.batchesAfter(head, own.signal)) {
        head = batch.at(-1)?.id ?? head;
        await tell(batch);
      }
    } catch (error) {
      if (reading === own) reading = undefined;
      for (const member of abreast) fail(member, error);
    }
  }

  async function tell(batch: FeedEvent[]): Promise<void> {
    let told = 0;
    // Who becomes abreast meanwhile is among them, and has taken the batch.
    for (const member of abreast)
      for (const event of batch) {
        if (!abreast.has(member)) break;
        if (!take(member, event)) {
          abreast.delete(member);
          void catchUp(member, resumed(member));
        }
        if (++told % turn === 0) await setImmediate();
      }
  }

  async function catchUp(member: Member, ready?: Promise<void>): Promise<void> {
    member.catchingUp = new AbortController();
    const { signal } = member.catchingUp;
    try {
      await source.start();
      await ready;
      if (signal.aborted) return;
      for (void read(); member.last < head; void read())
        for await (const batch of source.batchesAfter(member.last, signal)) {
          for (const event of batch) {
            if (!take(member, event)) await resumed(member);
            if (signal.aborted) return;
          }
          if (member.last >= head) break;
        }
      // Nothing may be awaited since it was found to be: the reading would go on without it.
      if (signal.aborted) return;
      member.catchingUp = undefined;
      abreast.add(member);
    } catch (error) {
      fail(member, error);
    }
  }

  function take(member: Member, event: FeedEvent): boolean {
    if (event.id <= member.last) return true;
    member.last = event.id;
    try {
      return member.follower.take(event);
    } catch (error) {
      fail(member, error);
      return true;
    }
  }

  function resumed(member: Member): Promise<void> {
    return new Promise((resolve) => {
      member.resume = resolve;
    });
  }

  function resume(member: Member): void {
    member.resume?.();
    member.resume = undefined;
  }

  function leave(member: Member): void {
    if (!members.delete(member)) return;
    abreast.delete(member);
    member.catchingUp?.abort();
    resume(member);
    if (members.size > 0) return;
    reading?.abort();
    reading = undefined;
  }

  function fail(member: Member, error: unknown): void {
    if (!members.has(member)) return;
    leave(member);
    member.follower.end(error);
  }

  return {
    follow(last: bigint, follower: EventFollower): Following {
      const member: Member = { follower, last, catchingUp: undefined, resume: undefined };
      members.add(member);
      void catchUp(member);
      return { resume: () => resume(member), stop: () => leave(member) };
    },
  };
}
