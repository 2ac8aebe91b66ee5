import type { Site } from "../data/site.ts";
import { Picture } from "../page/picture.tsx";
import type { AnyField } from "./any-value.ts";
import { Heading } from "./heading.tsx";
import { PartBody } from "./part-body.tsx";

interface PartProps {
  site: Site;
  field: AnyField;
  /** Of its heading. */
  level: number;
  idPrefix: string;
}

/** A value that does not fit beside its label, below it. A picture has it as its caption. */
export function Part({ site, field: { name, label, value }, level, idPrefix }: PartProps) {
  if (value.kind === "image")
    return (
      <div className="part">
        <figure className="part-body">
          <Picture
            image={value.image}
            sizes={level > 2 ? "(min-width: 22rem) 20rem, 92vw" : "(min-width: 46rem) 42rem, 92vw"}
          />
          <figcaption>{label}</figcaption>
        </figure>
      </div>
    );
  return (
    <section className="part">
      <Heading level={level} className="part-title">
        {label}
      </Heading>
      <div className="part-body">
        <PartBody site={site} value={value} level={level + 1} idPrefix={`${idPrefix}${name}-`} />
      </div>
    </section>
  );
}
