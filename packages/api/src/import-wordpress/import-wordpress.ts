import { fieldChangesSchema } from "@letterpress/model/field-schemas";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { createImported, findImported, publishImported } from "./import-entry.ts";
import { bringPictures, type FetchPicture, pictureImporter } from "./import-pictures.ts";
import { emptyReport, type ImportReport } from "./import-report.ts";
import { importTargets, type Targets } from "./import-targets.ts";
import { ownLinks, type RewriteLinks } from "./own-links.ts";
import { type PlannedEntry, planImport } from "./plan-import.ts";
import { readExport } from "./read-export.ts";
import { isTag, type Survey, surveyExport } from "./survey-export.ts";

interface WordPressImport {
  /** Opens the file from its beginning; it is read twice. */
  open: () => AsyncIterable<string | Uint8Array>;
  fetchPicture: FetchPicture;
  onProgress: (done: number, of: number) => void;
}

/**
 * Brings a WordPress export in: posts as articles, pages as pages, authors as people, categories and tags as tags.
 * What an earlier import of the same site brought is left as it is. Throws `MalformedExport` before anything is
 * written.
 */
export async function importWordPress(
  deps: Deps,
  actor: Actor,
  input: WordPressImport,
): Promise<ImportReport> {
  const survey = await surveyExport(readExport(input.open()));
  const report = emptyReport(survey.comments);
  const targets = await importTargets(deps, actor, survey, report);
  const rewriteLinks = await ownLinks(deps, survey);
  const bring = pictureImporter(deps, actor, input.fetchPicture, report);
  let done = 0;
  for await (const step of planImport(readExport(input.open()))) {
    if (step.kind === "leftOut")
      report.leftOut.push({ title: step.item.title, line: step.item.line, reason: step.reason });
    if (step.kind !== "entry") continue;
    await importStep(step);
    input.onProgress(++done, survey.entries);
  }
  return report;

  async function importStep(step: PlannedEntry): Promise<void> {
    const { type, item, title, slug } = step;
    const externalId = `post:${item.postId}`;
    const leaveOut = (reason: string) => report.leftOut.push({ title, line: item.line, reason });
    const contentType = deps.model[type];
    if (!contentType) return void leaveOut(`This publication has no content type "${type}".`);

    let id = await findImported(deps, survey.source, externalId);
    if (id) report.known++;
    else {
      const { fields, notes } = await fieldsOf(step, survey, targets, { bring, rewriteLinks });
      const usable = Object.fromEntries(Object.entries(fields).filter(([name]) => contentType.fields[name]));
      const checked = fieldChangesSchema(contentType).safeParse(usable);
      if (!checked.success) {
        const [issue] = checked.error.issues;
        return void leaveOut(`Its ${issue?.path.join(".")} does not fit: ${issue?.message}`);
      }
      const { source } = survey;
      const made = await createImported(deps, actor, {
        source,
        externalId,
        type,
        slug,
        fields: checked.data,
      });
      id = made.id;
      report.imported[type] = (report.imported[type] ?? 0) + 1;
      if (made.slug !== slug) notes.push(`The slug "${slug}" was taken; it became "${made.slug}".`);
      const isDraft = step.status === "draft";
      const staysDraft = isDraft ? undefined : await publish();
      if (isDraft || staysDraft) report.drafts++;
      const all = [...step.notes, ...notes, ...(staysDraft ? [staysDraft] : [])];
      if (all.length > 0) report.notes.push({ title, line: item.line, notes: all });
      return;
    }
    // An import that was cut off between the two steps is finished by the next.
    if (step.status === "publish") await publish();

    function publish() {
      return publishImported(deps, actor, { type, id: id ?? "", publishedAt: step.publishedAt });
    }
  }
}

async function fieldsOf(
  step: PlannedEntry,
  survey: Survey,
  targets: Targets,
  { bring, rewriteLinks }: { bring: ReturnType<typeof pictureImporter>; rewriteLinks: RewriteLinks },
): Promise<{ fields: Record<string, unknown>; notes: string[] }> {
  const { item, title, excerpt } = step;
  const { markdown, lost } = htmlToMarkdown(item.content, {
    attachment: (id) => survey.attachments.get(id),
    attached: survey.attached.get(item.postId) ?? [],
  });
  const notes = [...lost];
  const body = await bringPictures(markdown, bring);
  const featured = item.thumbnailId === undefined ? undefined : survey.attachments.get(item.thumbnailId);
  const cover = featured && (await bring(featured.url, featured.alt));
  const missing = body.missing + (featured && !cover ? 1 : 0);
  if (missing > 0) notes.push(`${missing} of its pictures could not be fetched; links to them were kept.`);
  const keptCover =
    featured && !cover ? `![${featured.alt.replace(/[[\]\\]/g, "\\$&")}](<${featured.url}>)\n\n` : "";
  if (excerpt.length > 320) notes.push("Its excerpt is too long for a standfirst and was left out.");
  const author = targets.people.get(item.creator);
  const tagIds = item.terms.filter((term) => isTag(term.taxonomy)).map((term) => targets.tags.get(term.slug));
  return {
    notes,
    fields: {
      title,
      body: keptCover + rewriteLinks(body.markdown),
      ...(excerpt !== "" && excerpt.length <= 320 ? { standfirst: excerpt } : {}),
      ...(cover ? { cover: cover.id } : {}),
      ...(author ? { author } : {}),
      tags: [...new Set(tagIds.filter((id) => id !== undefined))],
    },
  };
}
