import type { Tx } from "./with-tx.ts";

/** Who did it, as the event remembers it: enough to tell, even when the user is long gone. */
export type EventActor =
  | { kind: "user"; userId: string; name: string }
  | { kind: "apiKey"; keyId: string; name: string }
  | { kind: "system"; name: string }
  | { kind: "nobody" };

/** The entry that an event is about, as it was then. */
export interface EventEntry {
  entryId: string;
  type: string;
  slug: string;
  title: string;
  version: number;
  /** Who has made the entry: those who see only their own may see the event. */
  ownerId: string | null;
}

/** What can happen to an entry. */
export type EntryEvent = EventEntry &
  (
    | {
        name:
          | "entry.created"
          /** What readers see is of the current version of its content type, or was rendered again. */
          | "entry.upgraded"
          | "entry.unpublished"
          | "entry.submitted"
          | "entry.withdrawn"
          | "entry.sentBack"
          | "entry.approved"
          | "entry.archived"
          | "entry.reopened"
          | "entry.unscheduled"
          | "entry.undeleted"
          | "entry.purged";
      }
    | { name: "entry.saved"; autosave: boolean }
    /** To the bin. `leftReleases`: those that it was in, and is not any more. */
    | { name: "entry.deleted"; leftReleases: { id: string; name: string }[] }
    /** `restoredVersion`: the revision whose fields the new one has. */
    | { name: "entry.restored"; restoredVersion: number }
    | { name: "entry.scheduled"; scheduledFor: string }
    /** `scheduledById`: who has scheduled what was published by itself. */
    | { name: "entry.published"; scheduledById?: string | null }
    | {
        name: "entry.scheduleFailed";
        scheduledFor: string;
        scheduledById: string | null;
        code: string;
        message: string;
      }
    | { name: "entry.assigned"; assigneeId: string | null; assigneeName: string | null }
    | {
        name: "comment.created" | "comment.resolved" | "comment.reopened" | "comment.deleted";
        commentId: string;
      }
    | { name: "preview.created"; expiresAt: string }
  );

/** What can happen. */
export type DomainEvent =
  | EntryEvent
  | { name: "asset.created" | "asset.updated" | "asset.deleted"; assetId: string }
  | { name: "user.created" | "user.signedIn"; userId: string }
  | { name: "apiKey.created" | "apiKey.revoked"; keyId: string }
  | {
      name:
        | "release.created"
        | "release.changed"
        | "release.scheduled"
        | "release.unscheduled"
        | "release.published"
        | "release.scheduleFailed"
        | "release.deleted";
      releaseId: string;
      title: string;
      scheduledFor?: string;
      scheduledById?: string | null;
      code?: string;
      message?: string;
    }
  | { name: "redirect.created" | "redirect.deleted"; path: string; target: string };

/** An event that waits for the end of its transaction. */
export interface PendingEvent {
  actor: EventActor;
  event: DomainEvent;
}

const pending = new WeakMap<Tx, PendingEvent[]>();

/** Begins to collect what happens in a transaction; for `withTx` alone, which writes it at the end. */
export function collectEvents(tx: Tx): PendingEvent[] {
  const events: PendingEvent[] = [];
  pending.set(tx, events);
  return events;
}

/** Says what happens in a transaction. It is written with the transaction: both are there afterwards, or neither. */
export function emit(tx: Tx, actor: EventActor, event: DomainEvent): void {
  const events = pending.get(tx);
  if (!events) throw new Error("Events are emitted inside withTx.");
  events.push({ actor, event });
}
