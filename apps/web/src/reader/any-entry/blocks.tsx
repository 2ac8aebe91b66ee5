import type { Site } from "../data/site.ts";
import type { AnyBlock } from "./any-value.ts";
import { FieldsView } from "./fields-view.tsx";
import { Heading } from "./heading.tsx";
import { headingField } from "./heading-field.ts";

interface BlocksProps {
  site: Site;
  blocks: AnyBlock[];
  /** Of their headings. */
  level: number;
  idPrefix: string;
}

/** Each block is a section under its own title, or under what kind of block it is. */
export function Blocks({ site, blocks, level, idPrefix }: BlocksProps) {
  return blocks.map(({ label, fields }, index) => {
    const heading = headingField(fields);
    return (
      // Rendered once and never reordered, so the place will do as a key.
      <section className="block" key={index}>
        {heading ? (
          <hgroup>
            <p className="block-kind">{label}</p>
            <Heading level={level} className="block-title">
              {heading.text}
            </Heading>
          </hgroup>
        ) : (
          <Heading level={level} className="block-title">
            {label}
          </Heading>
        )}
        <FieldsView
          site={site}
          fields={fields.filter((field) => field !== heading?.field)}
          level={level + 1}
          idPrefix={`${idPrefix}${index + 1}-`}
        />
      </section>
    );
  });
}
