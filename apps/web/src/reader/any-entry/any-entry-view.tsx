import type { Site } from "../data/site.ts";
import { Cover } from "../page/cover.tsx";
import { RestOfStyles } from "../page/rest-of-styles.tsx";
import type { AnyField } from "./any-value.ts";
import { FieldsView } from "./fields-view.tsx";

interface AnyEntryViewProps {
  site: Site;
  title: string;
  fields: AnyField[];
}

/** The first picture opens the page. */
export function AnyEntryView({ site, title, fields }: AnyEntryViewProps) {
  const cover = fields.find(({ value }) => value.kind === "image");
  return (
    <article className="article article-plain">
      <header className="article-head">
        <h1>{title}</h1>
      </header>
      <Cover image={cover?.value.kind === "image" ? cover.value.image : undefined} />
      <RestOfStyles assets={site.assets} />
      <div className="article-body">
        <FieldsView site={site} fields={fields.filter((field) => field !== cover)} level={2} idPrefix="" />
      </div>
    </article>
  );
}
