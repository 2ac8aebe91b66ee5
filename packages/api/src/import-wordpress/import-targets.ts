import { slugMax } from "@letterpress/model/fields/slug";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { mainLocale } from "../model/main-locale.ts";
import { createImported, findImported, publishImported } from "./import-entry.ts";
import type { ImportReport } from "./import-report.ts";
import { slugFrom } from "./slug-from.ts";
import type { Survey } from "./survey-export.ts";

/** Ids of the entries that articles refer to: people by login, tags by WordPress's slug. */
export interface Targets {
  people: Map<string, string>;
  tags: Map<string, string>;
}

/** WordPress puts it on every post that has no other category: it says nothing. */
const noCategory = "uncategorized";

/** Brings in authors as people and categories and tags as tags; published, so that articles can show them. */
export async function importTargets(
  deps: Deps,
  actor: Actor,
  survey: Survey,
  report: ImportReport,
): Promise<Targets> {
  const targets: Targets = { people: new Map(), tags: new Map() };
  if (deps.model.person)
    for (const [login, name] of survey.authors)
      targets.people.set(
        login,
        await bring("person", `author:${login}`, login, { name: name.slice(0, 120) }),
      );
  if (deps.model.tag)
    for (const [slug, { name, description }] of survey.tags) {
      if (slug === noCategory) continue;
      const known = await deps.db.entry.findFirst({
        where: { type: "tag", locale: mainLocale, slug: slugFrom(slug), deletedAt: null },
        select: { id: true },
      });
      const fields = {
        name: name.slice(0, 80),
        ...(description ? { description: description.slice(0, 320) } : {}),
      };
      // A tag that the publication has already is the same tag.
      targets.tags.set(slug, known?.id ?? (await bring("tag", `tag:${slug}`, slug, fields)));
    }
  return targets;

  async function bring(type: string, externalId: string, name: string, fields: Record<string, unknown>) {
    const known = await findImported(deps, survey.source, externalId);
    const slug = (slugFrom(name) || slugFrom(String(fields.name)) || type).slice(0, slugMax);
    const id =
      known ??
      (await createImported(deps, actor, { source: survey.source, externalId, type, slug, fields })).id;
    if (!known) report.imported[type] = (report.imported[type] ?? 0) + 1;
    await publishImported(deps, actor, { type, id, publishedAt: undefined });
    return id;
  }
}
