import { Dialog } from "radix-ui";
import { Fragment, useId, useState } from "react";
import { PickerOption } from "../fields/picker-option.tsx";
import { hasWords } from "../ui/has-words.ts";
import { Icon } from "../ui/icon.tsx";
import { StatusChip } from "../ui/status-chip.tsx";
import { useDebounced } from "../ui/use-debounced.ts";
import { useListbox } from "../ui/use-listbox.ts";
import { matchesWords } from "./matches-words.ts";
import { useOfferedCommands } from "./offered-commands.ts";
import { type Command, useCommands } from "./use-commands.ts";
import { useFoundEntries } from "./use-found-entries.ts";

interface PaletteProps {
  onClose: () => void;
  onShowShortcuts: () => void;
}

/** Goes anywhere and does anything from the keyboard. */
export function Palette({ onClose, onShowShortcuts }: PaletteProps) {
  const id = useId();
  const [words, setWords] = useState("");
  const isWanted = (command: Command) =>
    matchesWords(command.name, words) && (words !== "" || command.isMinor !== true);
  const ofPage = useOfferedCommands().filter(isWanted);
  const commands = useCommands(onShowShortcuts).filter(isWanted);
  const search = useDebounced(words.trim(), 150);
  const { entries, isFetching } = useFoundEntries(search);
  const isSearching = isFetching || search !== words.trim();
  const found = entries.filter((entry) => hasWords(entry.name, words.trim()));
  // Who types nothing goes back to what they had, more often than anywhere else.
  const others = words === "" ? [...found, ...commands] : [...commands, ...found];
  const choices = [...ofPage, ...others];
  const { boxProps, onKeyDown, listId, optionId, active, setActive } = useListbox({
    id,
    count: choices.length,
    onPick: pick,
  });

  function pick(index: number) {
    onClose();
    choices[index]?.run();
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          className="appear fixed inset-x-3 top-[8vh] z-40 mx-auto flex max-h-[75vh] max-w-xl flex-col overflow-hidden rounded-xl bg-surface shadow-2xl"
        >
          <Dialog.Title className="sr-only">Search or jump to</Dialog.Title>
          <div className="flex items-center gap-3 border-b border-line px-4">
            <Icon name="search" />
            <input
              {...boxProps}
              role="combobox"
              aria-expanded={choices.length > 0}
              aria-label="Search or jump to"
              type="text"
              autoComplete="off"
              placeholder="Search titles, or type what to do…"
              value={words}
              onChange={(event) => {
                setWords(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
              className="h-12 flex-1 bg-transparent text-base placeholder:text-muted outline-none!"
            />
          </div>
          <div
            id={listId}
            role="listbox"
            aria-label="Choices"
            className="overflow-y-auto p-1.5 empty:hidden"
            // The focus stays in the box.
            onMouseDown={(event) => event.preventDefault()}
          >
            {choices.map((choice, index) => (
              <Fragment key={choice.key}>
                {choice.group !== choices[index - 1]?.group && (
                  <div role="presentation" className="px-2.5 pt-2 pb-1 text-xs font-semibold text-muted">
                    {choice.group}
                  </div>
                )}
                <PickerOption
                  id={optionId(index)}
                  isActive={index === active}
                  onPick={() => pick(index)}
                  onPoint={() => setActive(index)}
                >
                  <span className="text-muted">
                    <Icon name={choice.icon} />
                  </span>
                  <span className="min-w-0 flex-1 truncate">{choice.name}</span>
                  {choice.note && <span className="text-sm text-muted">{choice.note}</span>}
                  {choice.status && <StatusChip status={choice.status} />}
                </PickerOption>
              </Fragment>
            ))}
          </div>
          <p role="status" className="px-4 py-3 text-muted empty:hidden">
            {choices.length > 0 ? "" : isSearching ? "Searching…" : `Nothing matches “${words}”.`}
          </p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
