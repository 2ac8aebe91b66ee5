import type { AnyEntry } from "../data/entries.ts";
import type { Site } from "../data/site.ts";
import { Picture } from "../page/picture.tsx";
import { Prose } from "../page/prose.tsx";
import { Fact } from "./fact.tsx";
import { isImage, isLongText, isMarkdown } from "./field-shape.ts";
import type { AnyField } from "./fields-of.ts";

interface AnyEntryViewProps {
  site: Site;
  title: string;
  fields: AnyField[];
  targets: Map<string, AnyEntry>;
}

export function AnyEntryView({ site, title, fields, targets }: AnyEntryViewProps) {
  const [cover, ...pictures] = fields.filter(({ value }) => isImage(value));
  const texts = fields.filter(({ value }) => isMarkdown(value) || isLongText(value));
  const facts = fields.filter((field) => !texts.includes(field) && !isImage(field.value));
  return (
    <article className="article article-plain">
      <header className="article-head">
        <h1>{title}</h1>
      </header>
      {cover && isImage(cover.value) ? (
        <div className="article-cover">
          <Picture
            image={cover.value}
            sizes="(min-width: 100rem) 64rem, (min-width: 62rem) 60rem, 92vw"
            lead
          />
        </div>
      ) : null}
      <div className="article-body">
        {facts.length > 0 ? (
          <dl className="facts">
            {facts.map(({ name, label, value }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd>
                  <Fact site={site} value={value} targets={targets} />
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
        {texts.map(({ name, label, value }) => (
          <section key={name} className="field" aria-label={label}>
            {texts.length > 1 ? <h2 className="field-label">{label}</h2> : null}
            {isMarkdown(value) ? (
              <Prose html={value.html} />
            ) : (
              <p className="prose plain-text">{String(value)}</p>
            )}
          </section>
        ))}
        {pictures.map(({ name, label, value }) =>
          isImage(value) ? (
            <figure key={name} className="field">
              <Picture image={value} sizes="(min-width: 46rem) 42rem, 92vw" />
              <figcaption>{label}</figcaption>
            </figure>
          ) : null,
        )}
      </div>
    </article>
  );
}
