import type { EntryChoice, TypeDescription } from "@letterpress/client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { entryChoicesQuery } from "../connection/queries.ts";
import { hasWords } from "../ui/has-words.ts";
import { Icon } from "../ui/icon.tsx";
import { useDebounced } from "../ui/use-debounced.ts";
import { useListbox } from "../ui/use-listbox.ts";
import { PickerOption } from "./picker-option.tsx";
import type { ControlProps } from "./widget.ts";

interface EntryPickerProps {
  /** The type that is picked from. */
  type: TypeDescription;
  control: ControlProps;
  placeholder: string;
  /** These are chosen already. */
  chosen: string[];
  onPick: (id: string) => void;
  /** Makes a new entry of the words in the box, and picks it. */
  onCreate: (title: string) => Promise<void>;
}

type Choice = { kind: "entry"; entry: EntryChoice } | { kind: "create"; title: string };

/** A box to find entries by title; what is not there yet can be made on the spot. */
export function EntryPicker({ type, control, placeholder, chosen, onPick, onCreate }: EntryPickerProps) {
  const [words, setWords] = useState("");
  const [isOpen, setOpen] = useState(false);
  const search = useDebounced(words.trim(), 150);
  const { data: answer, isPlaceholderData } = useQuery({
    ...entryChoicesQuery(type.name, {
      limit: 8 + Math.min(chosen.length, 92),
      ...(search ? { search } : {}),
    }),
    enabled: isOpen,
  });
  const known = (answer ?? []).filter((entry) => hasWords(entry.title, words.trim()));
  const isExact = (entry: EntryChoice) => entry.title.toLowerCase() === words.trim().toLowerCase();
  const found = known
    .filter((entry) => !chosen.includes(entry.id))
    .sort((a, b) => Number(isExact(b)) - Number(isExact(a)))
    .slice(0, 8);
  // Only an answer to just these words tells that there is no such entry yet.
  const isAnswered = answer !== undefined && !isPlaceholderData && search === words.trim();
  const choices: Choice[] = [
    ...found.map((entry) => ({ kind: "entry" as const, entry })),
    ...(search && isAnswered && !known.some(isExact) ? [{ kind: "create" as const, title: search }] : []),
  ];
  const { boxProps, onKeyDown, listId, optionId, active, setActive } = useListbox({
    id: control.id,
    count: isOpen ? choices.length : 0,
    onPick: pick,
  });

  function pick(index: number) {
    const choice = choices[index];
    if (!choice) return;
    if (choice.kind === "entry") onPick(choice.entry.id);
    else void onCreate(choice.title);
    setWords("");
    setActive(0);
    setOpen(false);
  }

  return (
    <div className="relative">
      <input
        {...control}
        {...boxProps}
        role="combobox"
        aria-expanded={isOpen}
        type="text"
        autoComplete="off"
        value={words}
        placeholder={placeholder}
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
          aria-label="Choices"
          // Scrolling the list must not take the focus from the box, which would close it.
          onMouseDown={(event) => event.preventDefault()}
          className="absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-xl empty:hidden"
        >
          {choices.map((choice, index) => (
            <PickerOption
              key={choice.kind === "entry" ? choice.entry.id : "create"}
              id={optionId(index)}
              isActive={index === active}
              onPick={() => pick(index)}
              onPoint={() => setActive(index)}
            >
              {choice.kind === "entry" ? (
                <>
                  <span className="flex-1">{choice.entry.title || "Untitled"}</span>
                  {!choice.entry.isPublished && <span className="text-sm text-muted">Draft</span>}
                </>
              ) : (
                <>
                  <Icon name="plus" size={16} />
                  <span>
                    Create {type.label.toLowerCase()} “{choice.title}”
                  </span>
                </>
              )}
            </PickerOption>
          ))}
        </div>
      )}
      {isOpen && answer && choices.length === 0 && (
        <p className="absolute inset-x-0 top-full z-20 mt-1 rounded-lg border border-line bg-surface p-3 text-sm text-muted shadow-xl">
          {words.trim() !== ""
            ? isAnswered
              ? "It is chosen already."
              : "Searching…"
            : answer.length === 0
              ? `No ${type.pluralLabel.toLowerCase()} yet: type a name to create one.`
              : `All ${type.pluralLabel.toLowerCase()} are chosen: type a name to create another.`}
        </p>
      )}
    </div>
  );
}
