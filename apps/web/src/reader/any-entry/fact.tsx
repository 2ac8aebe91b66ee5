import type { Site } from "../data/site.ts";
import { formatDate } from "../format/format-date.ts";
import { EntryLink } from "../page/entry-link.tsx";
import { wording } from "../wording.ts";
import type { AnyValue } from "./any-value.ts";
import { FactList } from "./fact-list.tsx";
import { Facts } from "./facts.tsx";
import { FileLink } from "./file-link.tsx";
import { formatMoment } from "./format-moment.ts";
import { formatNumber } from "./format-number.ts";
import { PlaceLink } from "./place-link.tsx";
import { WebLink } from "./web-link.tsx";

/** A value that `isFact` says fits beside its label. */
export function Fact({ site, value }: { site: Site; value: AnyValue }) {
  const { locale } = site.info;
  switch (value.kind) {
    case "text":
      return value.text.includes("\n") ? <span className="plain-text">{value.text}</span> : value.text;
    case "number":
      return formatNumber(value.number, locale);
    case "boolean":
      return value.isTrue ? wording.yes : wording.no;
    case "day":
      return <time dateTime={value.day}>{formatDate(new Date(value.day), locale)}</time>;
    case "moment":
      return <time dateTime={value.at.toISOString()}>{formatMoment(value.at, locale)}</time>;
    case "link":
      return <WebLink site={site} address={value.address} />;
    case "email":
      return <a href={`mailto:${value.address}`}>{value.address}</a>;
    case "color":
      return (
        <span className="color">
          <span className="color-patch" style={{ backgroundColor: value.code }} aria-hidden="true" />
          <code>{value.code}</code>
        </span>
      );
    case "file":
      return <FileLink site={site} file={value.file} />;
    case "place":
      return <PlaceLink latitude={value.latitude} longitude={value.longitude} />;
    case "entry":
      return <EntryLink path={value.path}>{value.title}</EntryLink>;
    case "list":
      return <FactList site={site} items={value.items} />;
    case "group":
      return <Facts site={site} fields={value.fields} />;
    default:
      return null;
  }
}
