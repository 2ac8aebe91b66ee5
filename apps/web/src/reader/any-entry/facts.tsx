import type { Site } from "../data/site.ts";
import type { AnyField } from "./any-value.ts";
import { Fact } from "./fact.tsx";

/** Short values with their labels; a group of them is a list within. */
export function Facts({ site, fields }: { site: Site; fields: AnyField[] }) {
  return (
    <dl className="facts">
      {fields.map(({ name, label, value }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>
            <Fact site={site} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
