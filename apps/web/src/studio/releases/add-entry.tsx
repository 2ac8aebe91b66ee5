import { useQueries, useSuspenseQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { Release } from "../connection/desk.ts";
import { press } from "../connection/press.ts";
import { entryPageQuery, typesQuery } from "../connection/queries.ts";
import { PickerOption } from "../fields/picker-option.tsx";
import { hasWords } from "../ui/has-words.ts";
import { StatusChip } from "../ui/status-chip.tsx";
import { useDebounced } from "../ui/use-debounced.ts";
import { useListbox } from "../ui/use-listbox.ts";

interface AddEntryProps {
  release: Release;
  change: (call: Promise<Release>) => Promise<boolean>;
}

/** Finds entries of all types by their titles and puts them into a release, to be published as they are now. */
export function AddEntry({ release, change }: AddEntryProps) {
  const id = useId();
  const { data: types } = useSuspenseQuery(typesQuery);
  const [words, setWords] = useState("");
  const [isOpen, setOpen] = useState(false);
  const search = useDebounced(words.trim(), 150);
  const pages = useQueries({
    queries: types.map((type) => ({
      ...entryPageQuery(type.name, { limit: 8, ...(search ? { search } : {}) }),
      enabled: isOpen,
    })),
  });
  const inIt = new Set(release.items.map(({ entryId }) => entryId));
  const labels = new Map(types.map(({ name, label }) => [name, label]));
  const found = pages
    .flatMap((page) => page.data?.items ?? [])
    .filter((entry) => !inIt.has(entry.id) && hasWords(entry.title, words.trim()))
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
    .slice(0, 8);
  const isSearching = pages.some((page) => page.isFetching) || search !== words.trim();
  const { boxProps, onKeyDown, listId, optionId, active, setActive } = useListbox({
    id,
    count: isOpen ? found.length : 0,
    onPick: pick,
  });

  function pick(index: number) {
    const entry = found[index];
    if (!entry) return;
    void change(press.releases.setItem({ id: release.id, entryId: entry.id, action: "publish" }));
    setWords("");
    setActive(0);
    setOpen(false);
  }

  return (
    <div className="relative mb-4">
      <label htmlFor={id} className="mb-1 block font-medium">
        Add an entry
      </label>
      <input
        {...boxProps}
        id={id}
        role="combobox"
        aria-expanded={isOpen && found.length > 0}
        type="text"
        autoComplete="off"
        placeholder="Search titles of all types"
        value={words}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape" && isOpen) setOpen(false);
          else if (event.key === "ArrowDown" && !isOpen) setOpen(true);
          else return onKeyDown(event);
          event.preventDefault();
        }}
        className="field-box"
      />
      {isOpen && (
        <div
          id={listId}
          role="listbox"
          aria-label="Entries"
          // Scrolling the list must not take the focus from the box, which would close it.
          onMouseDown={(event) => event.preventDefault()}
          className="absolute inset-x-0 top-full z-20 mt-1 max-h-80 overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-xl empty:hidden"
        >
          {found.map((entry, index) => (
            <PickerOption
              key={entry.id}
              id={optionId(index)}
              isActive={index === active}
              onPick={() => pick(index)}
              onPoint={() => setActive(index)}
            >
              <span className="min-w-0 flex-1 truncate">{entry.title || "Untitled"}</span>
              <span className="text-sm text-muted">{labels.get(entry.type)}</span>
              <StatusChip status={entry.status} />
            </PickerOption>
          ))}
        </div>
      )}
      {isOpen && found.length === 0 && (
        <p className="absolute inset-x-0 top-full z-20 mt-1 rounded-lg border border-line bg-surface p-3 text-sm text-muted shadow-xl">
          {isSearching
            ? "Searching…"
            : words.trim() === ""
              ? "All entries are in it."
              : `Nothing matches “${words.trim()}”.`}
        </p>
      )}
    </div>
  );
}
