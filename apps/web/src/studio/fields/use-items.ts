import { useState } from "react";
import { toast } from "../ui/toasts.tsx";
import { type KeyedItems, keysFor, newKey } from "./item-keys.ts";
import { moveItem } from "./move-item.ts";
import { useFocusNext } from "./use-focus-next.ts";
import { useLatest } from "./use-latest.ts";
import { type ItemPlace, useSortable } from "./use-sortable.ts";
import { asItems } from "./widget.ts";

interface ItemsOptions {
  value: unknown;
  onChange: (items: readonly unknown[]) => void;
  /** The control's, which is the button that adds an item. */
  id: string;
  /** What an item is called, without its number. */
  nameOf: (item: unknown) => string;
}

/** One item, and what can be done with it. */
export interface Item {
  key: string;
  value: unknown;
  place: ItemPlace;
  change: (value: unknown) => void;
  remove: () => void;
  duplicate: () => void;
}

/** The items of a list or of blocks, each with a key that stays with it, and all that changes them. */
export function useItems({ value, onChange, id, nameOf }: ItemsOptions) {
  const items = asItems(value);
  const [known, setKnown] = useState<KeyedItems>(() => ({ items, keys: items.map(newKey) }));
  let { keys } = known;
  if (known.items !== items) {
    keys = keysFor(known, items);
    setKnown({ items, keys });
  }
  const latest = useLatest<KeyedItems>({ items, keys });
  const focusNext = useFocusNext();
  const idOf = (key: string) => `${id}-${key}`;

  function set(next: KeyedItems) {
    latest.current = next;
    setKnown(next);
    onChange(next.items);
  }

  function insert(index: number, item: unknown, key: string) {
    const now = latest.current;
    set({ items: now.items.toSpliced(index, 0, item), keys: now.keys.toSpliced(index, 0, key) });
    focusNext(`${idOf(key)}-body`);
  }

  const add = (item: unknown) => insert(latest.current.items.length, item, newKey());

  // By key: where the item was when the page was drawn may be another's place by now.
  const indexOf = (key: string) => latest.current.keys.indexOf(key);

  function change(key: string, item: unknown) {
    const now = latest.current;
    const index = indexOf(key);
    if (index >= 0) set({ items: now.items.with(index, item), keys: now.keys });
  }

  function remove(key: string, name: string) {
    const now = latest.current;
    const index = indexOf(key);
    if (index < 0) return;
    const removed = now.items[index];
    const left = now.keys.toSpliced(index, 1);
    set({ items: now.items.toSpliced(index, 1), keys: left });
    const neighbour = left[Math.min(index, left.length - 1)];
    focusNext(...(neighbour === undefined ? [] : [`${idOf(neighbour)}-head`, `${idOf(neighbour)}-body`]), id);
    toast(`${name} is removed.`, { label: "Undo", run: () => insert(index, removed, key) });
  }

  function duplicate(key: string) {
    const index = indexOf(key);
    if (index >= 0) insert(index + 1, structuredClone(latest.current.items[index]), newKey());
  }

  const named = keys.map((key, index) => ({ id: idOf(key), name: `${nameOf(items[index])} ${index + 1}` }));
  const { listRef, places, announcement } = useSortable({
    items: named,
    onMove(from, to) {
      const now = latest.current;
      set({ items: moveItem(now.items, from, to), keys: moveItem(now.keys, from, to) });
    },
  });

  return {
    listRef,
    announcement,
    add,
    items: places.map((place, index): Item => {
      const key = keys[index] ?? "";
      return {
        key,
        value: items[index],
        place,
        change: (item) => change(key, item),
        remove: () => remove(key, place.name),
        duplicate: () => duplicate(key),
      };
    }),
  };
}
