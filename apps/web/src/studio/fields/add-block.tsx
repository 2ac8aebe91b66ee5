import type { FieldDescription } from "@letterpress/client";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { MenuItem } from "../ui/menu.tsx";
import { ActionMenu } from "./action-menu.tsx";

interface AddBlockProps {
  id: string;
  /** What the block is added to. */
  list: string;
  groups: readonly FieldDescription[];
  isDisabled: boolean;
  onAdd: (type: string) => void;
}

/** Adds a block: of the only sort, or of one that a menu asks for. */
export function AddBlock({ id, list, groups, isDisabled, onAdd }: AddBlockProps) {
  const [only] = groups;
  if (only && groups.length === 1)
    return (
      <Button id={id} disabled={isDisabled} onClick={() => onAdd(only.name)}>
        <Icon name="plus" size={16} />
        Add {only.label.toLowerCase()}
      </Button>
    );
  return (
    <ActionMenu
      label={`Add to ${list}`}
      trigger={
        <Button id={id} disabled={isDisabled}>
          <Icon name="plus" size={16} />
          Add block
        </Button>
      }
    >
      {groups.map(({ name, label }) => (
        <MenuItem key={name} icon="plus" onSelect={() => onAdd(name)}>
          {label}
        </MenuItem>
      ))}
    </ActionMenu>
  );
}
