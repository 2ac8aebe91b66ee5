import { emit } from "@letterpress/db/events";
import { uniqueViolation } from "@letterpress/db/unique-violation";
import { withTx } from "@letterpress/db/with-tx";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import type { Deps } from "../deps.ts";
import { type Entry, entrySelect, toEntry } from "../entries/entry.ts";
import { findEntry } from "../entries/get-entry.ts";
import { staleDetails } from "../entries/stale-details.ts";
import { titleOf } from "../entries/title-of.ts";
import { fail } from "../errors.ts";
import { fieldsToChange } from "../evolution/current-fields.ts";
import { mainLocale } from "../model/main-locale.ts";
import { requireType } from "../model/require-type.ts";
import { keepWhatIsShown } from "./keep-what-is-shown.ts";
import { leaveRedirect } from "./leave-redirect.ts";
import { publishIssues } from "./publish-issues.ts";
import { renderTexts } from "./render-texts.ts";
import { writePublished } from "./write-published.ts";

interface Publication {
  type: string;
  id: string;
  expectedVersion: number;
  /** The date that readers see; now, or the date of the first time, unless told. Never in the future. */
  publishedAt?: Date | undefined;
}

/**
 * Shows an entry's draft to readers: writes the rendered published entry, its facets and the event in one
 * transaction. A changed slug leaves a redirect. Throws `ENTRY_MISSING`, `ENTRY_STALE`, `ENTRY_INCOMPLETE`, `REFERENCE_MISSING`,
 * `SLUG_TAKEN`, `ENTRY_NEWER` and `UPGRADE_FAILED`.
 */
export async function publishEntry(deps: Deps, actor: Actor, input: Publication): Promise<Entry> {
  const type = requireType(deps.model, input.type);
  const row = await findEntry(deps.db, actor, input);
  if (row.version !== input.expectedVersion) return fail("ENTRY_STALE", staleDetails(type, row));
  const fields = fieldsToChange(type, row);
  const issues = publishIssues(type, fields);
  if (issues.length > 0) return fail("ENTRY_INCOMPLETE", { issues });
  const now = deps.clock();
  const publishedAt = input.publishedAt ?? row.firstPublishedAt ?? now;
  if (publishedAt > now)
    return fail("BAD_INPUT", {
      issues: [{ path: "publishedAt", message: "Use a date that is not in the future." }],
    });

  // Rendering takes its time: done before the transaction, which then only goes on if the draft is still the same.
  const texts = await renderTexts(deps.db, type, fields);
  const { id: entryId, slug, version } = row;
  try {
    const published = await withTx(deps.db, async (tx) => {
      const assets = await keepWhatIsShown(tx, type, fields);
      const { count } = await tx.entry.updateMany({
        where: { id: entryId, version },
        data: { publishedVersion: version, firstPublishedAt: publishedAt },
      });
      if (count === 0) return null;
      await leaveRedirect(tx, { type: type.name, locale: mainLocale, slug, entryId });
      await writePublished(tx, type, {
        entryId,
        slug,
        title: titleOf(type, fields),
        version,
        fields,
        shown: { texts, ...assets },
        publishedAt,
        updatedAt: now,
      });
      await emit(tx, eventActor(actor), { name: "entry.published", entryId, type: type.name, slug, version });
      return tx.entry.findUniqueOrThrow({ where: { id: entryId }, select: entrySelect });
    });
    if (published) return toEntry(deps.model, published);
  } catch (error) {
    // Another entry is still published under this slug, although its draft has moved on to a different one.
    if (uniqueViolation(error) === "published_entry_type_locale_slug_key")
      return fail("SLUG_TAKEN", { slug: row.slug });
    throw error;
  }
  return fail("ENTRY_STALE", staleDetails(type, await findEntry(deps.db, actor, input)));
}
