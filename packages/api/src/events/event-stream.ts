import { type TrackedEnvelope, tracked } from "@trpc/server";
import type { Actor } from "../access/actor.ts";
import { currentActor } from "../auth/current-actor.ts";
import type { Deps } from "../deps.ts";
import { findEntry } from "../entries/get-entry.ts";
import { fail } from "../errors.ts";
import { type EventViewer, eventViewer } from "./event-viewer.ts";
import { merge } from "./merge.ts";
import { type PressEvent, toPressEvent } from "./press-event.ts";

/** What somebody who follows is told. */
export type LiveMessage =
  | { kind: "event"; event: PressEvent }
  /** Who has the entry open, oneself among them; each person once. */
  | { kind: "presence"; entryId: string; people: { userId: string; name: string }[] };

/** What a stream carries. A position tells nothing but its id, which is where to resume; clients keep it to themselves. */
export type StreamMessage = LiveMessage | { kind: "position" };

export interface StreamInput {
  /** The stream tells what happened after it; from now on unless given. */
  lastEventId?: string | undefined;
  /** The entry that the caller has open: users are present at it meanwhile. */
  watching?: { type: string; id: string } | undefined;
}

type Sent = StreamMessage | TrackedEnvelope<StreamMessage>;
type Messages = AsyncGenerator<Sent, void>;

/** How often it is asked whether the caller still is who they were, in milliseconds. */
export const checkEvery = 60_000;
/** Events that the caller may not know of, after which they are told where the stream is. */
const silentMax = 500;

/**
 * What happens, until `signal` is aborted. A session that ends, a key that is revoked and an entry that may no longer be
 * seen end the stream with their error within a minute; so long it goes on telling what the caller might know before.
 */
export async function* eventStream(
  deps: Deps,
  caller: { actor: Actor; token: string | null },
  { lastEventId, watching }: StreamInput,
  signal: AbortSignal,
): Messages {
  const { actor } = caller;
  if (watching) await findEntry(deps.db, actor, watching);
  const start = await startOf(deps, lastEventId);
  // After that: what is assigned in between is in what is read, or in the stream.
  const viewer = { current: await eventViewer(deps, actor) };
  // At once: a connection that is lost before the first event resumes from here.
  if (lastEventId !== String(start)) yield tracked(String(start), { kind: "position" });

  const ended = new AbortController();
  const until = AbortSignal.any([signal, ended.signal]);
  const userId = actor.kind === "user" ? actor.userId : null;
  const sources: AsyncIterator<Sent, void>[] = [
    events(deps, viewer, start, until),
    checks(deps, caller, watching, viewer, until),
  ];
  if (watching) sources.push(people(deps, { entryId: watching.id, userId }, until));
  try {
    yield* merge(sources);
  } finally {
    ended.abort();
  }
}

async function* events(
  deps: Deps,
  viewer: { current: EventViewer },
  start: bigint,
  signal: AbortSignal,
): Messages {
  let silent = 0;
  for await (const event of deps.events.after(start, signal)) {
    const isKnown = viewer.current.mayKnow(event);
    if (!isKnown && ++silent < silentMax) continue;
    silent = 0;
    const message: StreamMessage = isKnown
      ? { kind: "event", event: toPressEvent(event) }
      : { kind: "position" };
    yield tracked(String(event.id), message);
  }
}

async function* people(
  { presence }: Deps,
  at: { entryId: string; userId: string | null },
  signal: AbortSignal,
): Messages {
  for await (const list of presence.watch(at, signal))
    yield { kind: "presence", entryId: at.entryId, people: list };
}

/** Tells nothing; throws when the caller may not follow any longer. */
function checks(
  deps: Deps,
  caller: { actor: Actor; token: string | null },
  watching: StreamInput["watching"],
  viewer: { current: EventViewer },
  signal: AbortSignal,
): AsyncIterator<never, void> {
  let role = roleOf(caller.actor);
  return {
    async next() {
      while (await passed(checkEvery, signal)) {
        const actor = await currentActor(deps, caller);
        if (actor.kind === "nobody")
          fail(caller.actor.kind === "apiKey" ? "API_KEY_INVALID" : "NOT_SIGNED_IN");
        if (watching) await findEntry(deps.db, actor, watching);
        if (roleOf(actor) !== role) viewer.current = await eventViewer(deps, actor);
        role = roleOf(actor);
      }
      return { done: true, value: undefined };
    },
  };
}

const roleOf = (actor: Actor) => ("role" in actor ? actor.role : undefined);

/** Resolves with true after so many milliseconds, with false when the signal is aborted. */
function passed(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const timer = setTimeout(() => end(true), milliseconds).unref();
    const onAbort = () => end(false);
    const end = (value: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      resolve(value);
    };
    signal.addEventListener("abort", onAbort);
  });
}

async function startOf({ events }: Deps, lastEventId: string | undefined): Promise<bigint> {
  const latest = await events.latestId();
  const last = lastEventId === undefined ? latest : BigInt(lastEventId);
  // An id that is not there yet is of a database that was replaced by an older one.
  return last < latest ? last : latest;
}
