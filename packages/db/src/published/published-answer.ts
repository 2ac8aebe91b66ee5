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
  /** Characters of the fields' JSON. */
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
];
type Fields = PublishedRow["fields"];

export function publishedAnswer(rows: StatementRow[], branches: Branch[]): PublishedAnswer {
  const answer: PublishedAnswer = {
    page: [],
    included: new Map(),
    backlinks: new Map(branches.map(({ included }) => [included, new Map()])),
    total: undefined,
    named: undefined,
  };
  for (const { json } of rows) {
    const [head, fields] = JSON.parse(json) as [Head, Fields | null];
    addRow(answer, branches, head, fields);
  }
  return answer;
}

function addRow(answer: PublishedAnswer, branches: Branch[], head: Head, fields: Fields | null): void {
  const [kind, place, entryId, , , , , value, at] = head;
  const number = place ?? 0;
  if (kind === kinds.total) answer.total = number;
  else if (entryId === null) return;
  else if (kind === kinds.page)
    answer.page[number - 1] = {
      entryId,
      row: fields && rowOf(head, entryId, fields),
      value,
      at: at === null ? null : new Date(at),
    };
  else if (kind === kinds.included)
    answer.included.set(entryId, { ...rowOf(head, entryId, fields ?? {}), size: number });
  else if (kind === kinds.named) answer.named = entryId;
  else {
    const included = branches[kind - kinds.backlink]?.included;
    const targets = included && answer.backlinks.get(included);
    const ids = targets?.get(value ?? "") ?? [];
    ids[number - 1] = entryId;
    targets?.set(value ?? "", ids);
  }
}

function rowOf(head: Head, entryId: string, fields: Fields): PublishedRow {
  const [, , , type, slug, publishedAt, updatedAt] = head;
  return { entryId, type, slug, publishedAt: new Date(publishedAt), updatedAt: new Date(updatedAt), fields };
}
