import { type KeyboardEvent, type Ref, useEffect, useEffectEvent, useState } from "react";
import { Icon } from "./icon.tsx";
import { useDebounced } from "./use-debounced.ts";

interface SearchBoxProps {
  label: string;
  /** As the address says it. */
  search: string;
  onSearch: (search: string) => void;
  /** Down from the box is where the results are. */
  onDown?: () => void;
  inputRef?: Ref<HTMLInputElement>;
}

/** Searches while one types, a moment after the last key. */
export function SearchBox({ label, search, onSearch, onDown, inputRef }: SearchBoxProps) {
  const [text, setText] = useState(search);
  const settled = useDebounced(text.trim(), 180);
  const publish = useEffectEvent((words: string) => {
    if (words !== search) onSearch(words);
  });
  useEffect(() => publish(settled), [settled]);
  // Back, forward and "Clear" change the address without typing.
  const adopt = useEffectEvent((words: string) => {
    if (words !== text.trim() && words !== settled) setText(words);
  });
  useEffect(() => adopt(search), [search]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && text !== "") setText("");
    else if (event.key === "ArrowDown" && onDown) onDown();
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative min-w-52 flex-1">
      <span className="pointer-events-none absolute inset-y-0 left-2.5 grid place-items-center text-muted">
        <Icon name="search" size={16} />
      </span>
      <input
        ref={inputRef}
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className="field-box pl-8!"
      />
    </div>
  );
}
