import type { Reference } from "@letterpress/client";
import type { AnyEntry } from "../data/entries.ts";
import type { Site } from "../data/site.ts";
import { formatDate } from "../format/format-date.ts";
import { EntryLink } from "../page/entry-link.tsx";
import { wording } from "../wording.ts";
import { anyTitle } from "./any-title.ts";
import { isReference } from "./field-shape.ts";

interface FactProps {
  site: Site;
  value: unknown;
  targets: Map<string, AnyEntry>;
}

/** A short value, shown by its shape. */
export function Fact({ site, value, targets }: FactProps) {
  const { locale } = site.info;
  if (typeof value === "boolean") return value ? wording.yes : wording.no;
  if (typeof value === "number") return new Intl.NumberFormat(locale).format(value);
  if (value instanceof Date) return <time dateTime={value.toISOString()}>{formatDate(value, locale)}</time>;
  if (Array.isArray(value))
    return value.map((item, index) => (
      // Rendered once and never reordered, so the place will do as a key.
      <span className="fact-item" key={index}>
        <Fact site={site} value={item} targets={targets} />
      </span>
    ));
  if (isReference(value)) return <Target site={site} reference={value} targets={targets} />;
  if (typeof value !== "string") return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value))
    return <time dateTime={value}>{formatDate(new Date(value), locale)}</time>;
  if (/^https?:\/\/\S+$/.test(value)) return <a href={value}>{value.replace(/^https?:\/\/(www\.)?/, "")}</a>;
  return value;
}

interface TargetProps {
  site: Site;
  reference: Reference<string>;
  targets: Map<string, AnyEntry>;
}

function Target({ site, reference, targets }: TargetProps) {
  const entry = targets.get(reference.id);
  if (!entry) return null;
  return <EntryLink path={entry.path}>{anyTitle(entry, site.info.pages)}</EntryLink>;
}
