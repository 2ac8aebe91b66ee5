import type { TocItem } from "@letterpress/client";
import { wording } from "../wording.ts";

/** Sections from which on a list of them helps. */
const enough = 3;

/** The sections of an article. */
export function Contents({ toc }: { toc: TocItem[] }) {
  const sections = toc.filter(({ depth }) => depth <= 2);
  if (sections.length < enough) return null;
  return (
    <nav className="contents" aria-labelledby="contents">
      <h2 id="contents">{wording.contents}</h2>
      <ol>
        {sections.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
