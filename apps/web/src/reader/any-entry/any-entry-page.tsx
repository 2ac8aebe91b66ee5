import type { Reference } from "@letterpress/client";
import type { AnyEntry } from "../data/entries.ts";
import { lastPublished } from "../data/last-published.ts";
import type { Site } from "../data/site.ts";
import { excerpt } from "../format/excerpt.ts";
import { breadcrumbs } from "../head/breadcrumbs.ts";
import type { PageView } from "../page/page-view.ts";
import { AnyEntryView } from "./any-entry-view.tsx";
import { anyTitle } from "./any-title.ts";
import type { AnyValue } from "./any-value.ts";
import { eventData } from "./event-data.ts";
import { fieldsOf } from "./fields-of.ts";
import { loadTargets } from "./load-targets.ts";

/** The page of a content type that has no template of its own: its title, and its fields by their shape. */
export async function anyEntryPage(site: Site, entry: AnyEntry, path: string): Promise<PageView> {
  const { pages } = site.info;
  const titleField = pages.find(({ type }) => type === entry.type)?.titleField ?? "";
  const title = anyTitle(entry, pages);
  const references: Reference<string>[] = [];
  fieldsOf(entry, titleField, (reference) => {
    references.push(reference);
    return null;
  });
  const targets = await loadTargets(site, references);
  const fields = fieldsOf(entry, titleField, ({ id, type }) => {
    const target = targets.get(id);
    return target?.type === type ? { title: anyTitle(target, pages), path: target.path } : null;
  });
  const values = fields.map(({ value }) => value);
  const description = excerpt(values.map(textOf).find(Boolean) ?? "", 200);
  const image = values.flatMap((value) => (value.kind === "image" ? [value.image] : []))[0];
  const event = eventData(site, { entry, title, path, description, fields, image });
  return {
    status: 200,
    address: path,
    title,
    description,
    indexed: true,
    kind: "website",
    firstScreen: "article",
    image,
    jsonLd: [...(event ? [event] : []), breadcrumbs(site, [{ name: title, path }])],
    lastModified: lastPublished([entry, ...targets.values()]),
    main: <AnyEntryView site={site} title={title} fields={fields} />,
  };
}

function textOf(value: AnyValue): string {
  if (value.kind === "markdown") return value.markdown.text;
  return value.kind === "longText" ? value.text : "";
}
