import type { Tx } from "./with-tx.ts";

/** Who did it, as the event remembers it: enough to tell, even when the user is long gone. */
export type EventActor =
  | { kind: "user"; userId: string }
  | { kind: "apiKey"; keyId: string }
  | { kind: "system"; name: string }
  | { kind: "nobody" };

/** What can happen. */
export type DomainEvent =
  | {
      name:
        | "entry.created"
        | "entry.saved"
        | "entry.published"
        /** What readers see is of the current version of its content type, or was rendered again. */
        | "entry.upgraded"
        | "entry.unpublished"
        | "entry.deleted";
      entryId: string;
      type: string;
      slug: string;
      version: number;
    }
  | {
      name: "entry.restored";
      entryId: string;
      type: string;
      slug: string;
      version: number;
      /** The revision whose fields the new one has. */
      restoredVersion: number;
    }
  | { name: "asset.created" | "asset.updated" | "asset.deleted"; assetId: string }
  | { name: "user.created" | "user.signedIn"; userId: string }
  | { name: "apiKey.created" | "apiKey.revoked"; keyId: string };

/** Writes what happened in the transaction that makes it happen: both are there afterwards, or neither. */
export async function emit(tx: Tx, actor: EventActor, event: DomainEvent): Promise<void> {
  const { name, entryId, assetId, ...payload } = { entryId: null, assetId: null, ...event };
  await tx.event.create({ data: { name, actor, entryId, assetId, payload } });
}
