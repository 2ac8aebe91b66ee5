import type { Site } from "../data/site.ts";
import { Picture } from "../page/picture.tsx";
import { Prose } from "../page/prose.tsx";
import type { AnyValue } from "./any-value.ts";
import { Blocks } from "./blocks.tsx";
import { embedHtml } from "./embed-html.ts";
import { Fact } from "./fact.tsx";
import { FieldsView } from "./fields-view.tsx";
import { JsonView } from "./json-view.tsx";
import { LongList } from "./long-list.tsx";

interface PartBodyProps {
  site: Site;
  value: AnyValue;
  /** Of the headings in it. */
  level: number;
  idPrefix: string;
}

/** Any value, with the whole measure to itself. */
export function PartBody({ site, value, level, idPrefix }: PartBodyProps) {
  switch (value.kind) {
    case "markdown":
      return <Prose html={embedHtml(value.markdown.html, level, idPrefix)} />;
    case "longText":
      return <p className="prose plain-text">{value.text}</p>;
    case "image":
      return <Picture image={value.image} sizes="(min-width: 46rem) 42rem, 92vw" />;
    case "json":
      return <JsonView value={value.value} />;
    case "group":
      return <FieldsView site={site} fields={value.fields} level={level} idPrefix={idPrefix} />;
    case "blocks":
      return <Blocks site={site} blocks={value.blocks} level={level} idPrefix={idPrefix} />;
    case "list":
      return <LongList site={site} items={value.items} level={level} idPrefix={idPrefix} />;
    default:
      return <Fact site={site} value={value} />;
  }
}
