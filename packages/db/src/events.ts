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

/** An event that somebody is to be told of. */
interface Concerning {
  /** Ids of the users who have made the entry and who are to work on it. */
  concerns: string[];
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
          | "entry.unscheduled"
          | "entry.undeleted"
          | "entry.purged";
      }
    | ({
        name:
          | "entry.submitted"
          | "entry.withdrawn"
          | "entry.sentBack"
          | "entry.approved"
          | "entry.archived"
          | "entry.reopened";
      } & Concerning)
    | { name: "entry.saved"; autosave: boolean }
    /**
     * To the bin. `leftReleases`: ids of those that it was in, and is not any more; not their names, which not everybody
     * may know who sees the entry.
     */
    | { name: "entry.deleted"; leftReleases: string[] }
    /** `restoredVersion`: the revision whose fields the new one has. */
    | { name: "entry.restored"; restoredVersion: number }
    | { name: "entry.scheduled"; scheduledFor: string }
    /** `scheduledById`: who has scheduled what was published by itself. `oldSlug`: the address that it had until now. */
    | { name: "entry.published"; scheduledById?: string | null; oldSlug?: string }
    | {
        name: "entry.scheduleFailed";
        scheduledFor: string;
        scheduledById: string | null;
        code: string;
        message: string;
        issues: { path: string; message: string }[];
      }
    | { name: "entry.assigned"; assigneeId: string | null; assigneeName: string | null }
    | ({ name: "comment.created"; commentId: string } & Concerning)
    | { name: "comment.resolved" | "comment.reopened" | "comment.deleted"; commentId: string }
    | { name: "preview.created"; expiresAt: string }
  );

/** What was changed of a release. */
export type ReleaseChange =
  | { change: "added" | "exchanged" | "removed"; entryTitle: string }
  | { change: "renamed"; oldTitle: string }
  | { change: "described" };

/** What can happen. Those who read the history read all of it, so what is optional may be missing: older events lack it. */
export type DomainEvent =
  | EntryEvent
  | { name: "asset.created" | "asset.updated" | "asset.deleted"; assetId: string; filename?: string }
  | { name: "user.created"; userId: string; userName?: string; role?: string }
  | { name: "user.signedIn"; userId: string }
  | { name: "apiKey.created" | "apiKey.revoked"; keyId: string; keyName?: string }
  | ({ name: "release.changed"; releaseId: string; title: string } & ReleaseChange)
  | {
      name:
        | "release.created"
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

const visible = new Set<string>([
  "entry.published",
  "entry.unpublished",
  "entry.upgraded",
  "asset.updated",
  "asset.deleted",
  "redirect.created",
  "redirect.deleted",
] satisfies DomainEvent["name"][]);

/** Whether readers see something else after such an event. */
export function readersSee(name: string): boolean {
  return visible.has(name);
}

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
