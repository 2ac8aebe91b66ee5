import type { Prisma } from "@letterpress/db/generated/client";
import type { Tx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import type { RevisionKind } from "./revision.ts";

interface NewRevision {
  entryId: string;
  version: number;
  schemaVersion: number;
  slug: string;
  fields: Prisma.InputJsonObject;
  createdAt: Date;
  kind: RevisionKind;
  note: string;
  /** When the sitting began that an autosave belongs to; null for the others. */
  sittingAt: Date | null;
}

/** Writes the immutable record of a save. */
export async function addRevision(tx: Tx, actor: Actor, revision: NewRevision): Promise<void> {
  const authorId = actor.kind === "user" ? actor.userId : null;
  const authorKeyId = actor.kind === "apiKey" ? actor.keyId : null;
  await tx.revision.create({ data: { ...revision, authorId, authorKeyId } });
}
