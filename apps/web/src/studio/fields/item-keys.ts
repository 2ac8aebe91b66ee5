/** The items of a list, each with a name that stays with it wherever it moves: values have none of their own. */
export interface KeyedItems {
  items: readonly unknown[];
  keys: readonly string[];
}

let lastKey = 0;

export function newKey(): string {
  lastKey += 1;
  return `item${lastKey}`;
}

/** Names for items that came from outside of the form: a list of the same length was edited, others were shortened or grown. */
export function keysFor(known: KeyedItems, items: readonly unknown[]): readonly string[] {
  if (items.length === known.keys.length) return known.keys;
  const unused = known.items.map((item, index) => ({ item, key: known.keys[index] }));
  return items.map((item) => {
    const at = unused.findIndex((candidate) => candidate.item === item);
    return (at >= 0 ? unused.splice(at, 1)[0]?.key : undefined) ?? newKey();
  });
}
