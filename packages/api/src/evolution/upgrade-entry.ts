import { emit } from "@letterpress/db/events";
import { lockPublished } from "@letterpress/db/lock-published";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { ContentType } from "@letterpress/model/content-type";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { titleOf } from "../entries/title-of.ts";
import { fail } from "../errors.ts";
import { keepWhatIsShown } from "../publishing/keep-what-is-shown.ts";
import { publishIssues } from "../publishing/publish-issues.ts";
import { renderTexts } from "../publishing/render-texts.ts";
import { writePublished } from "../publishing/write-published.ts";
import { fieldsToChange } from "./current-fields.ts";

interface EntryUpgrade {
  type: ContentType;
  entryId: string;
  /** Render it again, too, when it is of the current version already. */
  all: boolean;
  dryRun: boolean;
}

/** Times that an entry is rendered at most, when somebody publishes it each time meanwhile. */
const attempts = 5;

/**
 * Makes what readers see of an entry anew, of the revision that is published, in the form of its type's current
 * version; its dates and its address stay. Gives `false` when there is nothing to do: somebody has published it anew,
 * or unpublished it. Throws `UPGRADE_FAILED`, `ENTRY_NEWER`, `ENTRY_INCOMPLETE` and `REFERENCE_MISSING`.
 */
export async function upgradeEntry(deps: Deps, actor: Actor, upgrade: EntryUpgrade): Promise<boolean> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const outcome = await tryUpgrade(deps, actor, upgrade);
    if (outcome !== "published meanwhile") return outcome === "upgraded";
  }
  return false;
}

type Outcome = "upgraded" | "nothing to do" | "published meanwhile";

async function tryUpgrade(deps: Deps, actor: Actor, upgrade: EntryUpgrade): Promise<Outcome> {
  const { type, entryId, all, dryRun } = upgrade;
  const shown = await deps.db.publishedEntry.findUnique({
    where: { entryId },
    select: { version: true, schemaVersion: true },
  });
  if (!shown || shown.schemaVersion > type.version) return "nothing to do";
  if (shown.schemaVersion === type.version && !all) return "nothing to do";
  const { version } = shown;
  const revision = await deps.db.revision.findUniqueOrThrow({
    where: { entryId_version: { entryId, version } },
    select: { schemaVersion: true, fields: true },
  });
  const fields = fieldsToChange(type, revision);
  const issues = publishIssues(type, fields);
  if (issues.length > 0) return fail("ENTRY_INCOMPLETE", { issues });
  const texts = await renderTexts(deps.db, type, fields);
  return withTx(deps.db, (tx) => write(tx));

  async function write(tx: Tx): Promise<Outcome> {
    // In the order of publishing: what is pointed at, then the entry.
    const assets = await keepWhatIsShown(tx, type, fields);
    const now = await lockPublished(tx, entryId);
    if (now?.version !== version || now.schemaVersion !== shown?.schemaVersion) return "published meanwhile";
    if (dryRun) return "upgraded";
    const { slug, publishedAt, updatedAt } = now;
    const title = titleOf(type, fields);
    await writePublished(tx, type, {
      entryId,
      slug,
      title,
      version,
      fields,
      shown: { texts, ...assets },
      publishedAt,
      updatedAt,
    });
    const row = await tx.entry.findUniqueOrThrow({ where: { id: entryId }, select: { createdById: true } });
    emit(tx, eventActor(actor), {
      name: "entry.upgraded",
      entryId,
      type: type.name,
      slug,
      title,
      version,
      ownerId: row.createdById,
    });
    return "upgraded";
  }
}
