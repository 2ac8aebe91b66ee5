import type { Site } from "../data/site.ts";
import { Picture } from "../page/picture.tsx";
import type { AnyValue } from "./any-value.ts";
import { FactList } from "./fact-list.tsx";
import { FieldsView } from "./fields-view.tsx";
import { GroupTable } from "./group-table.tsx";
import { Heading } from "./heading.tsx";
import { headingField } from "./heading-field.ts";
import { isShort } from "./is-fact.ts";
import { isTable } from "./is-table.ts";
import { PartBody } from "./part-body.tsx";

interface LongListProps {
  site: Site;
  items: AnyValue[];
  /** Of the headings in it. */
  level: number;
  idPrefix: string;
}

/** Values that each need room of their own: pictures side by side, alike groups as a table, all else one by one. */
export function LongList({ site, items, level, idPrefix }: LongListProps) {
  if (items.every(({ kind }) => kind === "image"))
    return (
      <ul className="gallery">
        {items.map((item, index) => (
          // Rendered once and never reordered, so the place will do as a key.
          <li key={index}>
            {item.kind === "image" ? (
              <Picture image={item.image} sizes="(min-width: 46rem) 21rem, 92vw" />
            ) : null}
          </li>
        ))}
      </ul>
    );
  if (items.every(isShort)) return <FactList site={site} items={items} />;
  const groups = items.flatMap((item) => (item.kind === "group" ? [item.fields] : []));
  if (groups.length === items.length && isTable(groups)) return <GroupTable site={site} groups={groups} />;
  return (
    <ul className="records">
      {items.map((item, index) => (
        <li className="record" key={index}>
          <Item site={site} value={item} level={level} idPrefix={`${idPrefix}${index + 1}-`} />
        </li>
      ))}
    </ul>
  );
}

interface ItemProps extends Omit<LongListProps, "items"> {
  value: AnyValue;
}

function Item({ site, value, level, idPrefix }: ItemProps) {
  const heading = value.kind === "group" ? headingField(value.fields) : undefined;
  if (value.kind !== "group" || !heading)
    return <PartBody site={site} value={value} level={level} idPrefix={idPrefix} />;
  return (
    <>
      <Heading level={level} className="block-title">
        {heading.text}
      </Heading>
      <FieldsView
        site={site}
        fields={value.fields.filter((field) => field !== heading.field)}
        level={level + 1}
        idPrefix={idPrefix}
      />
    </>
  );
}
