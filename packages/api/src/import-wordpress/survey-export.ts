import type { Attachment } from "./expand-shortcodes.ts";
import type { ExportRecord } from "./export-record.ts";
import { type ImportStep, planImport } from "./plan-import.ts";

/** What must be known of a whole export before its first entry is written. */
export interface Survey {
  /** The same for every export of one site, so that another import knows its items again. */
  source: string;
  entries: number;
  attachments: Map<string, Attachment>;
  /** By the item that they were uploaded to. */
  attached: Map<string, Attachment[]>;
  /** Display names by login. Old exports list no authors; then the login is all there is. */
  authors: Map<string, string>;
  /** Categories and tags by slug. WordPress may have both under one slug: they become one tag. */
  tags: Map<string, { name: string; description: string }>;
  comments: number;
  /** Where the entries that will be published were on the old site, and the slugs that they are to have here. */
  addresses: { old: string; type: string; slug: string }[];
}

/** Reads an export to its end. Throws `MalformedExport`: nothing is written of a file that is broken further on. */
export async function surveyExport(records: AsyncIterable<ExportRecord>): Promise<Survey> {
  const survey: Survey = {
    source: "wordpress",
    entries: 0,
    attachments: new Map(),
    attached: new Map(),
    authors: new Map(),
    tags: new Map(),
    comments: 0,
    addresses: [],
  };
  for await (const step of planImport(records)) take(survey, step);
  return survey;
}

function take(survey: Survey, step: ImportStep): void {
  if (step.kind === "site") survey.source = `wordpress:${step.baseBlogUrl || step.link}`;
  else if (step.kind === "author") survey.authors.set(step.login, step.displayName || step.login);
  else if (step.kind === "category" || step.kind === "tag")
    survey.tags.set(step.slug, { name: step.name || step.slug, description: step.description });
  else if (step.kind === "attachment") {
    survey.attachments.set(step.id, step);
    survey.attached.set(step.parentId, [...(survey.attached.get(step.parentId) ?? []), step]);
  } else if (step.kind === "entry") {
    survey.entries++;
    survey.comments += step.item.commentCount;
    if (step.status === "publish")
      survey.addresses.push({ old: step.item.link, type: step.type, slug: step.slug });
    const { creator, terms } = step.item;
    if (creator !== "" && !survey.authors.has(creator)) survey.authors.set(creator, creator);
    for (const term of terms)
      if (isTag(term.taxonomy) && !survey.tags.has(term.slug))
        survey.tags.set(term.slug, { name: term.name || term.slug, description: "" });
  }
}

export function isTag(taxonomy: string): boolean {
  return taxonomy === "category" || taxonomy === "post_tag";
}
