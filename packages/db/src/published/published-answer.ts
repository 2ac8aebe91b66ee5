import type { Branch } from "./branches-sql.ts";
import type { Included } from "./included.ts";
import type { PublishedRow } from "./published-row.ts";
import { kinds, type StatementRow } from "./row-kinds.ts";

/** What one statement has read. */
export interface PublishedAnswer {
  /** In the order of the page, and the one after it last. */
  page: PageRow[];
  /** Included entries by their ids. */
  included: Map<string, IncludedRow>;
  /** The ids of those that point at an entry, in their order, by the include and the entry's id. */
  backlinks: Map<Included, Map<string, string[]>>;
  total: number | undefined;
  /** The id of the entry that was asked for by a slug. */
  named: string | undefined;
}

/** An entry of a page. */
export interface PageRow {
  entryId: string;
  /** Null where nothing of the type is published under the id, and of the entry after the page. */
  row: PublishedRow | null;
  /** The facet's value where the order is a field's, else null. */
  value: string | null;
  at: Date | null;
}

export interface IncludedRow extends PublishedRow {
  /** Characters of the JSON of its fields, those left out from which includes start. */
  size: number;
}

type Head = [
  kind: number,
  place: number | null,
  entryId: string | null,
  type: string,
  slug: string,
  publishedAt: string,
  updatedAt: string,
  value: string | null,
  at: string | null,
  version: number,
  shape: string | null,
  links: PublishedRow["links"] | null,
];

export function publishedAnswer(rows: StatementRow[], branches: Branch[]): PublishedAnswer {
  const answer: PublishedAnswer = {
    page: [],
    included: new Map(),
    backlinks: new Map(branches.map(({ included }) => [included, new Map()])),
    total: undefined,
    named: undefined,
  };
  for (const { head, text } of rows) addRow(answer, branches, JSON.parse(head) as Head, text);
  return answer;
}

function addRow(answer: PublishedAnswer, branches: Branch[], head: Head, text: string | null): void {
  const [kind, place, entryId, , , , , value, at] = head;
  const number = place ?? 0;
  if (kind === kinds.total) answer.total = number;
  else if (entryId === null) return;
  else if (kind === kinds.page)
    answer.page[number - 1] = {
      entryId,
      row: text === null ? null : rowOf(head, entryId, text),
      value,
      at: at === null ? null : new Date(at),
    };
  else if (kind === kinds.included)
    answer.included.set(entryId, { ...rowOf(head, entryId, text ?? "{}"), size: number });
  else if (kind === kinds.named) answer.named = entryId;
  else {
    const included = branches[kind - kinds.backlink]?.included;
    const targets = included && answer.backlinks.get(included);
    const ids = targets?.get(value ?? "") ?? [];
    ids[number - 1] = entryId;
    targets?.set(value ?? "", ids);
  }
}

function rowOf(head: Head, entryId: string, text: string): PublishedRow {
  const [, , , type, slug, publishedAt, updatedAt, , , version, shape, links] = head;
  return {
    entryId,
    type,
    slug,
    publishedAt: new Date(publishedAt),
    updatedAt: new Date(updatedAt),
    version,
    shape,
    text,
    links: links ?? {},
  };
}
