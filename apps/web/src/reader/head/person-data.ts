import type { Person } from "../data/entries.ts";
import type { Site } from "../data/site.ts";

/** A person for machines. */
export function personData(site: Site, person: Person): object {
  return {
    "@type": "Person",
    name: person.name,
    ...(person.path === null ? {} : { url: site.absolute(person.path) }),
    ...(person.role ? { jobTitle: person.role } : {}),
    ...(person.portrait ? { image: site.absolute(person.portrait.url) } : {}),
    ...(person.bio ? { description: person.bio.text } : {}),
  };
}
