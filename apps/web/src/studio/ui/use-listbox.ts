import { type KeyboardEvent, useEffect, useState } from "react";

interface ListboxOptions {
  id: string;
  /** How many choices there are now. */
  count: number;
  onPick: (index: number) => void;
}

/** The keys of a box with a list of choices under it (WAI-ARIA combobox): arrows move, Enter picks. */
export function useListbox({ id, count, onPick }: ListboxOptions) {
  const [active, setActive] = useState(0);
  const index = Math.min(active, count - 1);
  const optionId = (option: number) => `${id}-option-${option}`;

  useEffect(() => {
    document.getElementById(`${id}-option-${index}`)?.scrollIntoView({ block: "nearest" });
  }, [id, index]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || count === 0) return;
    if (event.key === "ArrowDown") setActive((index + 1) % count);
    else if (event.key === "ArrowUp") setActive((index - 1 + count) % count);
    else if (event.key === "Enter") onPick(index);
    else return;
    event.preventDefault();
  }

  return {
    /** The choice that Enter picks. */
    active: index,
    setActive,
    onKeyDown,
    listId: `${id}-list`,
    optionId,
    /** For the box, which is a `combobox`. */
    boxProps: {
      "aria-autocomplete": "list",
      "aria-controls": `${id}-list`,
      "aria-activedescendant": count > 0 ? optionId(index) : undefined,
    } as const,
  };
}
