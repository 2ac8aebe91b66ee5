import type { Site } from "../data/site.ts";
import type { AnyField } from "./any-value.ts";
import { Facts } from "./facts.tsx";
import { isFact } from "./is-fact.ts";
import { Part } from "./part.tsx";
import { PartBody } from "./part-body.tsx";

interface FieldsViewProps {
  site: Site;
  fields: AnyField[];
  /** Of the headings in it: 2 below the title. */
  level: number;
  /** Put before the ids in it, so that a page has each once. */
  idPrefix: string;
}

/** The fields of an entry, a group or a block: the short ones first, then each of the others under a heading. */
export function FieldsView({ site, fields, level, idPrefix }: FieldsViewProps) {
  const facts = fields.filter(({ value }) => isFact(value));
  const parts = fields.filter((field) => !facts.includes(field));
  // The only text is what this is about: it needs no label, and comes before what has one.
  const [text, ...otherTexts] = parts.filter(({ value }) => isText(value.kind));
  const lead = otherTexts.length === 0 ? text : undefined;
  return (
    <>
      {facts.length > 0 ? <Facts site={site} fields={facts} /> : null}
      {lead ? (
        <div className="part">
          <div className="part-body">
            <PartBody site={site} value={lead.value} level={level} idPrefix={idPrefix} />
          </div>
        </div>
      ) : null}
      {parts
        .filter((field) => field !== lead)
        .map((field) => (
          <Part key={field.name} site={site} field={field} level={level} idPrefix={idPrefix} />
        ))}
    </>
  );
}

function isText(kind: AnyField["value"]["kind"]): boolean {
  return kind === "markdown" || kind === "longText";
}
