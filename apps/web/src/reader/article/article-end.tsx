import { ControlStrip } from "../page/control-strip.tsx";
import { EntryLink } from "../page/entry-link.tsx";
import { Picture } from "../page/picture.tsx";
import { Prose } from "../page/prose.tsx";
import { wording } from "../wording.ts";
import type { Article } from "./read-article.ts";

/** What stands below the last line: the tags and the author. */
export function ArticleEnd({ article: { author, tags } }: { article: Article }) {
  return (
    <footer className="article-end">
      <ControlStrip />
      {tags.length > 0 ? (
        <div className="filed">
          <h2>{wording.filedUnder}</h2>
          <ul>
            {tags.map((tag) => (
              <li key={tag.id}>
                <EntryLink path={tag.path} rel="tag">
                  {tag.name}
                </EntryLink>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {author ? (
        <section className="author" aria-labelledby="author">
          {author.portrait ? (
            <div className="author-portrait">
              <Picture image={author.portrait} sizes="6rem" decorative />
            </div>
          ) : null}
          <div>
            <h2 id="author">
              <EntryLink path={author.path} rel="author">
                {author.name}
              </EntryLink>
            </h2>
            {author.role ? <p className="author-role">{author.role}</p> : null}
            {author.bio ? <Prose html={author.bio.html} className="author-bio" /> : null}
          </div>
        </section>
      ) : null}
    </footer>
  );
}
