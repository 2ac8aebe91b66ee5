import type { Site } from "../data/site.ts";
import { Picture } from "../page/picture.tsx";
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
      {cover?.value.kind === "image" ? (
        <div className="article-cover">
          <Picture
            image={cover.value.image}
            sizes="(min-width: 100rem) 64rem, (min-width: 62rem) 60rem, 92vw"
            lead
          />
        </div>
      ) : null}
      <div className="article-body">
        <FieldsView site={site} fields={fields.filter((field) => field !== cover)} level={2} idPrefix="" />
      </div>
    </article>
  );
}
