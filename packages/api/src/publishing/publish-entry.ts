import { emit } from "@letterpress/db/events";
import type { Prisma } from "@letterpress/db/generated/client";
import { keepTargets } from "@letterpress/db/lock-rows";
import { uniqueViolation } from "@letterpress/db/unique-violation";
import { type Tx, withTx } from "@letterpress/db/with-tx";
import type { ContentType } from "@letterpress/model/content-type";
import type { Actor } from "../access/actor.ts";
import { eventActor } from "../access/event-actor.ts";
import { findImages } from "../assets/find-images.ts";
import type { Deps } from "../deps.ts";
import { type Entry, entrySelect, toEntry } from "../entries/entry.ts";
import { findEntry } from "../entries/get-entry.ts";
import { schemaVersion } from "../entries/schema-version.ts";
import { staleDetails } from "../entries/stale-details.ts";
import { fail } from "../errors.ts";
import { mainLocale } from "../model/main-locale.ts";
import { requireType } from "../model/require-type.ts";
import { facetsOf } from "./facets-of.ts";
import { leaveRedirect } from "./leave-redirect.ts";
import { linkedIds } from "./linked-ids.ts";
import { missingFields } from "./missing-fields.ts";
import { renderFields } from "./render-fields.ts";

interface Publication {
  type: string;
  id: string;
  expectedVersion: number;
  /** The date that readers see; now, or the date of the first time, unless told. Never in the future. */
  publishedAt?: Date | undefined;
}

/**
 * Shows an entry's draft to readers: writes the rendered published entry, its facets and the event in one
 * transaction. A changed slug leaves a redirect. Throws `ENTRY_MISSING`, `ENTRY_STALE`, `ENTRY_INCOMPLETE`, `REFERENCE_MISSING` and `SLUG_TAKEN`.
 */
export async function publishEntry(deps: Deps, actor: Actor, input: Publication): Promise<Entry> {
  const type = requireType(deps.model, input.type);
  const row = await findEntry(deps.db, actor, input);
  if (row.version !== input.expectedVersion) return fail("ENTRY_STALE", staleDetails(row));
  const fields = row.fields as Record<string, unknown>;
  const issues = missingFields(type, fields);
  if (issues.length > 0) return fail("ENTRY_INCOMPLETE", { issues });
  const now = deps.clock();
  const publishedAt = input.publishedAt ?? row.firstPublishedAt ?? now;
  if (publishedAt > now)
    return fail("BAD_INPUT", {
      issues: [{ path: "publishedAt", message: "Use a date that is not in the future." }],
    });

  // Rendering takes its time: done before the transaction, which then only goes on if the draft is still the same.
  const rendered = await renderFields(deps, type, fields);
  try {
    const published = await withTx(deps.db, async (tx) => {
      const images = await keepWhatIsShown(tx, type, fields);
      const { count } = await tx.entry.updateMany({
        where: { id: row.id, version: row.version },
        data: { publishedVersion: row.version, firstPublishedAt: publishedAt },
      });
      if (count === 0) return null;
      const { id: entryId, slug, title, version } = row;
      const place = { type: type.name, locale: mainLocale };
      const snapshot = {
        ...place,
        slug,
        title,
        version,
        schemaVersion,
        fields: { ...rendered, ...images },
        publishedAt,
        updatedAt: now,
      };
      await leaveRedirect(tx, { ...place, slug, entryId });
      await tx.publishedEntry.upsert({
        where: { entryId },
        create: { entryId, ...snapshot },
        update: snapshot,
        select: { entryId: true },
      });
      await tx.facet.deleteMany({ where: { entryId } });
      await tx.facet.createMany({
        data: facetsOf(type, fields).map((facet) => ({ entryId, ...place, ...facet, publishedAt })),
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
  return fail("ENTRY_STALE", staleDetails(await findEntry(deps.db, actor, input)));
}

/**
 * Everything that the entry points at exists, and stays as it is until the transaction ends. Returns its picture
 * fields as they are now: what is said of a picture may have changed since the text was rendered.
 */
async function keepWhatIsShown(tx: Tx, type: ContentType, fields: Record<string, unknown>) {
  const linked = linkedIds(type, fields);
  const kept = await keepTargets(tx, {
    entries: linked.entries.map((target) => target.id),
    assets: [...linked.assets.map((target) => target.id), ...linked.assetsInText],
  });
  const missing =
    linked.entries.find((target) => kept.entries.get(target.id) !== target.type) ??
    linked.assets.find((target) => !kept.assets.has(target.id));
  if (missing) return fail("REFERENCE_MISSING", { field: missing.field, id: missing.id });
  const images = await findImages(
    tx,
    linked.assets.map((target) => target.id),
  );
  return Object.fromEntries(
    linked.assets.map(({ field, id }) => [field, images.get(id)]),
  ) as Prisma.InputJsonObject;
}
