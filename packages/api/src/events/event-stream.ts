import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { findEntry } from "../entries/get-entry.ts";
import { type AskedCaller, checkAccess } from "./access-checks.ts";
import type { FeedEvent } from "./event-feed.ts";
import { eventViewer } from "./event-viewer.ts";
import { type Following, type Listener, type LiveStream, liveStream } from "./live-stream.ts";
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

/** Events that the caller may not know of, after which they are told where the stream is. */
const silentMax = 500;

const position: StreamMessage = { kind: "position" };

/**
 * What happens, until `signal` is aborted. A session that ends, a key that is revoked and an entry that may no longer be
 * seen end the stream with their error within a minute; so long it goes on telling what the caller might know before.
 */
export function eventStream(
  deps: Deps,
  caller: AskedCaller,
  input: StreamInput,
  signal: AbortSignal | undefined,
): LiveStream<StreamMessage> {
  return liveStream((listener) => follow(deps, caller, input, listener), signal);
}

function follow(
  deps: Deps,
  caller: AskedCaller,
  input: StreamInput,
  listener: Listener<StreamMessage>,
): Following {
  let open: Following | null | undefined;
  const stop = () => {
    open?.stop();
    open = null;
  };
  const end = (error: unknown) => {
    if (open === null) return;
    stop();
    listener.end(error);
  };
  begin(deps, caller, input, { tell: listener.tell, end }).then((begun) => {
    if (open === null) begun.stop();
    else open = begun;
  }, end);
  return { resume: () => open?.resume(), stop };
}

async function begin(
  deps: Deps,
  caller: AskedCaller,
  { lastEventId, watching }: StreamInput,
  { tell, end }: Listener<StreamMessage>,
): Promise<Following> {
  const { actor } = caller;
  if (watching) await findEntry(deps.db, actor, watching);
  const start = await startOf(deps, lastEventId);
  // After that: what is assigned in between is in what is read, or in the stream.
  let viewer = await eventViewer(deps, actor);
  let role = roleOf(actor);
  // At once: a connection that is lost before the first event resumes from here.
  if (lastEventId !== String(start)) tell(position, String(start));

  let silent = 0;
  const events = deps.events.follow(start, {
    take(event) {
      const isKnown = viewer.mayKnow(event);
      if (!isKnown && ++silent < silentMax) return true;
      silent = 0;
      return tell(isKnown ? messageOf(event) : position, String(event.id));
    },
    end,
  });
  const endChecks = checkAccess(deps, caller, {
    async onActor(now) {
      if (watching) await findEntry(deps.db, now, watching);
      if (roleOf(now) !== role) viewer = await eventViewer(deps, now);
      role = roleOf(now);
    },
    end,
  });
  const endPresence = watching && tellPresence(deps, caller, watching.id, { tell, end });
  return {
    resume: events.resume,
    stop() {
      events.stop();
      endChecks();
      endPresence?.();
    },
  };
}

function tellPresence(
  { presence }: Deps,
  { actor }: AskedCaller,
  entryId: string,
  { tell, end }: Listener<StreamMessage>,
): () => void {
  const left = new AbortController();
  const userId = actor.kind === "user" ? actor.userId : null;
  const follow = async () => {
    for await (const people of presence.watch({ entryId, userId }, left.signal))
      if (!left.signal.aborted) tell({ kind: "presence", entryId, people });
  };
  follow().catch(end);
  return () => left.abort();
}

/** The same for all who are told. */
const messages = new WeakMap<FeedEvent, StreamMessage>();

function messageOf(event: FeedEvent): StreamMessage {
  const known = messages.get(event);
  if (known) return known;
  const message: StreamMessage = { kind: "event", event: toPressEvent(event) };
  messages.set(event, message);
  return message;
}

const roleOf = (actor: Actor) => ("role" in actor ? actor.role : undefined);

async function startOf({ events }: Deps, lastEventId: string | undefined): Promise<bigint> {
  const last = lastEventId === undefined ? undefined : BigInt(lastEventId);
  if (last !== undefined && events.isPast(last)) return last;
  const latest = await events.latestId();
  // An id that is not there yet is of a database that was replaced by an older one.
  return last !== undefined && last < latest ? last : latest;
}
