/** Ids that one call may ask for, at most. */
const idsMax = 100;

interface IdsQuery {
  where: { id: { in: string[] } };
  limit: number;
}

type ListByIds<Item> = (query: IdsQuery) => Promise<{ items: Item[] }>;

/** Entries by their id, in as few calls as the limit allows. Those that are not published are not in it. */
export async function listByIds<Item extends { id: string }>(
  list: ListByIds<Item>,
  ids: Iterable<string>,
): Promise<Map<string, Item>> {
  const wanted = [...new Set(ids)];
  const calls: Promise<{ items: Item[] }>[] = [];
  for (let start = 0; start < wanted.length; start += idsMax) {
    const some = wanted.slice(start, start + idsMax);
    calls.push(list({ where: { id: { in: some } }, limit: some.length }));
  }
  const pages = await Promise.all(calls);
  return new Map(pages.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
}
