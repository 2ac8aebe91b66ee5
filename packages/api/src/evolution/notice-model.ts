import { countContent, countDraftsHolding } from "@letterpress/db/count-content";
import type { Db } from "@letterpress/db/create-db";
import type { Prisma } from "@letterpress/db/generated/client";
import { refreshFacets } from "@letterpress/db/refresh-facets";
import { withTx } from "@letterpress/db/with-tx";
import type { ContentType } from "@letterpress/model/content-type";
import { describeType, type TypeDescription } from "@letterpress/model/describe-type";
import type { Deps } from "../deps.ts";
import { changedFacets } from "./changed-facets.ts";
import { compareTypes, type TypeChange } from "./compare-types.ts";
import { explainChange, outdated, upgradeCommand } from "./explain-change.ts";

interface Notice {
  /** Receives one line per change, and one per type whose published entries wait for an upgrade. */
  say: (line: string) => void;
  signal: AbortSignal;
}

/**
 * Compares the content types with those that the database last saw, says in words what changed and what that means,
 * and writes the facets that entries lack which were published before. Deletes nothing of anybody's content. For one
 * process at a time. Rejects with the signal's reason when that is aborted; the next start says it all again.
 */
export async function noticeModel(deps: Deps, notice: Notice): Promise<void> {
  const rows = await deps.db.contentType.findMany({ orderBy: { name: "asc" } });
  const seen = new Map(rows.map((row) => [row.name, row.description as unknown as TypeDescription]));
  if (seen.size > 0) await sayChanges(deps, seen, notice);
  else if ((await deps.db.publishedEntry.findFirst({ select: { entryId: true } })) !== null) {
    notice.say(`Entries were published before their types were recorded: run ${upgradeCommand} --all once.`);
    // Until then at least every entry is in every list, whatever its order.
    for (const type of Object.values(deps.model)) await writeFacets(deps, undefined, type, notice.signal);
  }
  notice.signal.throwIfAborted();
  await remember(deps);
}

async function sayChanges(
  deps: Deps,
  seen: Map<string, TypeDescription>,
  { say, signal }: Notice,
): Promise<void> {
  const { db, model } = deps;
  for (const before of seen.values())
    if (!Object.hasOwn(model, before.name))
      for (const line of await explain(db, before, [{ what: "typeRemoved" }])) say(line);
  for (const type of Object.values(model)) {
    const before = seen.get(type.name);
    const after = descriptionOf(type);
    const changes: TypeChange[] = before ? compareTypes(before, after) : [{ what: "typeAdded" }];
    const lines = await explain(db, after, changes);
    for (const line of lines) say(line);
    // Said at each start until it is done, as what is not upgraded reads as if fields were missing.
    if (after.version > 1 && !lines.some((line) => line.includes(upgradeCommand))) {
      const { published } = await countContent(db, type.name);
      const waiting = outdated({ type: type.name, version: after.version, published }).trim();
      if (waiting !== "") say(waiting);
    }
    await writeFacets(deps, before, type, signal);
  }
}

async function writeFacets(
  { db }: Deps,
  before: TypeDescription | undefined,
  type: ContentType,
  signal: AbortSignal,
): Promise<void> {
  for (const facet of changedFacets(before, descriptionOf(type), type))
    await refreshFacets(db, { type: type.name, ...facet }, signal);
}

async function explain(
  db: Db,
  { name: type, version }: TypeDescription,
  changes: TypeChange[],
): Promise<string[]> {
  if (changes.length === 0) return [];
  const count = await countContent(db, type);
  const isNewVersion = changes.some((change) => change.what === "versionChanged" && change.to > change.from);
  const isRollback = changes.some((change) => change.what === "versionChanged" && change.to < change.from);
  const lines: string[] = [];
  for (const change of changes) {
    const drafts = await countDrafts(db, type, change);
    lines.push(explainChange(change, { type, version, isNewVersion, isRollback, drafts, ...count }));
  }
  return lines;
}

async function countDrafts(db: Db, type: string, change: TypeChange): Promise<number | undefined> {
  if (change.what !== "fieldRemoved" && change.what !== "optionRemoved") return undefined;
  const { field } = change;
  if (field.includes(".")) return undefined;
  return countDraftsHolding(db, {
    type,
    field,
    ...(change.what === "optionRemoved" ? { option: change.option } : {}),
  });
}

async function remember({ db, model, clock }: Deps): Promise<void> {
  const seenAt = clock();
  await withTx(db, async (tx) => {
    await tx.contentType.deleteMany({ where: { name: { notIn: Object.keys(model) } } });
    for (const type of Object.values(model)) {
      const { name, version } = type;
      const row = { version, seenAt, description: descriptionOf(type) as unknown as Prisma.InputJsonObject };
      await tx.contentType.upsert({ where: { name }, create: { name, ...row }, update: row });
    }
  });
}

/** As the database gives it back. */
function descriptionOf(type: ContentType): TypeDescription {
  return JSON.parse(JSON.stringify(describeType(type))) as TypeDescription;
}
