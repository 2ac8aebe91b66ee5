import type { AnyEntry } from "../data/entries.ts";
import { lastPublished } from "../data/last-published.ts";
import type { Site } from "../data/site.ts";
import { excerpt } from "../format/excerpt.ts";
import { breadcrumbs } from "../head/breadcrumbs.ts";
import type { PageView } from "../page/page-view.ts";
import { AnyEntryView } from "./any-entry-view.tsx";
import { anyTitle } from "./any-title.ts";
import { isImage, isLongText, isMarkdown, isReference } from "./field-shape.ts";
import { fieldsOf } from "./fields-of.ts";
import { loadTargets } from "./load-targets.ts";

/** The page of a content type that has no template of its own: its title, and its fields by their shape. */
export async function anyEntryPage(site: Site, entry: AnyEntry, path: string): Promise<PageView> {
  const titleField = site.info.pages.find(({ type }) => type === entry.type)?.titleField ?? "";
  const title = anyTitle(entry, site.info.pages);
  const fields = fieldsOf(entry, titleField);
  const targets = await loadTargets(
    site,
    fields.flatMap(({ value }) => [value].flat().filter(isReference)),
  );
  // A reference to what is not published says nothing, and neither does its label.
  const shown = fields.filter(({ value }) => {
    const references = [value].flat().filter(isReference);
    return references.length === 0 || references.some(({ id }) => targets.has(id));
  });
  const text = shown
    .map(({ value }) => (isMarkdown(value) ? value.text : isLongText(value) ? value : ""))
    .find(Boolean);
  return {
    status: 200,
    address: path,
    title,
    description: excerpt(text ?? "", 200),
    indexed: true,
    kind: "website",
    image: shown.map(({ value }) => value).find(isImage),
    jsonLd: [breadcrumbs(site, [{ name: title, path }])],
    lastModified: lastPublished([entry, ...targets.values()]),
    main: <AnyEntryView site={site} title={title} fields={shown} targets={targets} />,
  };
}
