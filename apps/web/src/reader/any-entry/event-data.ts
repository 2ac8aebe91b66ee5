import type { Image } from "@letterpress/client";
import type { AnyEntry } from "../data/entries.ts";
import type { Site } from "../data/site.ts";
import { shareImage } from "../head/share-image.ts";
import type { AnyField, AnyValue } from "./any-value.ts";

interface EventParts {
  entry: AnyEntry;
  title: string;
  path: string;
  description: string;
  fields: AnyField[];
  image: Image | undefined;
}

/**
 * An event for machines, which need its start and its place. `null` for all that is not certainly one: a type of this
 * name with a moment of this name, and a venue.
 */
export function eventData(site: Site, parts: EventParts): object | null {
  const { entry, title, path, description, fields, image } = parts;
  const value = (name: string) => fields.find((field) => field.name === name)?.value;
  const start = value("startsAt");
  const location = placeData(value("venue") ?? value("location"));
  if (entry.type !== "event" || start?.kind !== "moment" || !location) return null;
  const end = value("endsAt");
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: title,
    startDate: start.at.toISOString(),
    ...(end?.kind === "moment" ? { endDate: end.at.toISOString() } : {}),
    location,
    url: site.absolute(path),
    ...(description === "" ? {} : { description }),
    ...(image ? { image: site.absolute(shareImage(image).url) } : {}),
  };
}

function placeData(venue: AnyValue | undefined): object | null {
  if (venue?.kind === "entry") return { "@type": "Place", name: venue.title };
  if (venue?.kind !== "group") return null;
  const text = (name: string) => {
    const value = venue.fields.find((field) => field.name === name)?.value;
    return value?.kind === "text" ? value.text : undefined;
  };
  const name = text("name");
  if (name === undefined) return null;
  const address = text("address");
  const geo = venue.fields.map(({ value }) => value).find(({ kind }) => kind === "place");
  return {
    "@type": "Place",
    name,
    ...(address === undefined ? {} : { address }),
    ...(geo?.kind === "place"
      ? { geo: { "@type": "GeoCoordinates", latitude: geo.latitude, longitude: geo.longitude } }
      : {}),
  };
}
