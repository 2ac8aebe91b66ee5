import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { createEntry } from "../entries/create-entry.ts";
import { LetterpressError } from "../errors.ts";
import { publishEntry } from "../publishing/publish-entry.ts";

interface ImportedEntry {
  source: string;
  /** What the thing is called there, for example `post:12`. */
  externalId: string;
  type: string;
  slug: string;
  fields: Record<string, unknown>;
}

/** The entry that an earlier import made of this thing, unless it is in the bin. */
export async function findImported(
  deps: Deps,
  source: string,
  externalId: string,
): Promise<string | undefined> {
  const record = await deps.db.importRecord.findFirst({
    where: { source, externalId, entry: { deletedAt: null } },
    select: { entryId: true },
  });
  return record?.entryId;
}

/**
 * Makes an entry and the record of where it came from, in one transaction. When its slug is taken it gets a number.
 */
export async function createImported(
  deps: Deps,
  actor: Actor,
  input: ImportedEntry,
): Promise<{ id: string; slug: string }> {
  const { source, externalId, type, fields } = input;
  for (let number = 1; ; number++) {
    const slug = number === 1 ? input.slug : `${input.slug.slice(0, 150)}-${number}`;
    try {
      return await createEntry(deps, actor, { type, fields: { ...fields, slug } }, async (tx, entryId) => {
        // An entry that somebody has deleted since is made anew, and is what the record is of then.
        await tx.importRecord.upsert({
          where: { source_externalId: { source, externalId } },
          create: { source, externalId, entryId },
          update: { entryId },
        });
      });
    } catch (error) {
      if (!(error instanceof LetterpressError && error.errorCode === "SLUG_TAKEN")) throw error;
    }
  }
}

/**
 * Publishes an imported entry that nobody has touched since. Returns why it stays a draft, when it does.
 */
export async function publishImported(
  deps: Deps,
  actor: Actor,
  input: { type: string; id: string; publishedAt: Date | undefined },
): Promise<string | undefined> {
  const row = await deps.db.entry.findUnique({
    where: { id: input.id },
    select: { version: true, firstPublishedAt: true },
  });
  if (row?.version !== 1 || row.firstPublishedAt !== null) return undefined;
  try {
    const now = deps.clock();
    const publishedAt = input.publishedAt && input.publishedAt < now ? input.publishedAt : now;
    await publishEntry(deps, actor, { ...input, expectedVersion: 1, publishedAt });
    return undefined;
  } catch (error) {
    if (!(error instanceof LetterpressError)) throw error;
    const details = error.details as { issues?: { path: string }[] };
    const empty = details.issues?.map((issue) => issue.path.replace("fields.", "")).join(", ");
    return `It stays a draft: ${empty ? `it has no ${empty}.` : error.message}`;
  }
}
