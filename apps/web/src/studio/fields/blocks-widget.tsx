import type { FieldDescription } from "@letterpress/client";
import { AddBlock } from "./add-block.tsx";
import { useForm } from "./form-context.ts";
import { ItemBody } from "./item-body.tsx";
import { ItemCard } from "./item-card.tsx";
import { itemSummary } from "./item-summary.ts";
import { ItemsFrame } from "./items-frame.tsx";
import { hasIssueInside } from "./place-issues.ts";
import { UnknownBlock } from "./unknown-block.tsx";
import { useFolding } from "./use-folding.ts";
import { useItems } from "./use-items.ts";
import { isRecord, type WidgetProps } from "./widget.ts";

/** Groups of several sorts in an order that readers see. */
export function BlocksWidget({ field, value, onChange, control, path }: WidgetProps) {
  const { issues } = useForm();
  const groups = field.blocks ?? [];
  const groupOf = (block: unknown): FieldDescription | undefined =>
    isRecord(block) ? groups.find(({ name }) => name === block.type) : undefined;
  const titleOf = (block: unknown) => groupOf(block)?.label ?? "Unknown block";
  const { items, add, listRef, announcement } = useItems({
    value,
    onChange,
    id: control.id,
    nameOf: titleOf,
  });
  const folding = useFolding(
    items.map(({ key }) => key),
    path,
  );
  const isFull = field.max !== undefined && items.length >= field.max;
  return (
    <ItemsFrame
      control={control}
      listRef={listRef}
      announcement={announcement}
      empty={`None yet. Put it together of ${groups.map(({ label }) => `“${label}”`).join(", ")}, in any order and as often as you like.`}
      count={items.length}
      max={field.max}
      folding={folding}
      adding={
        <AddBlock
          id={control.id}
          list={field.label}
          groups={groups}
          isDisabled={isFull}
          onAdd={(type) => add({ type })}
        />
      }
    >
      {items.map((item, index) => {
        const group = groupOf(item.value);
        const at = `${path}.${index}`;
        return (
          <ItemCard
            key={item.key}
            item={item}
            title={titleOf(item.value)}
            summary={group ? itemSummary(group, item.value) : ""}
            isRefused={hasIssueInside(issues, at)}
            isFolded={folding.isFolded(item.key)}
            onFold={() => folding.toggle(item.key)}
            isFull={isFull}
          >
            {group ? (
              <ItemBody item={item} field={group} path={at} />
            ) : (
              <UnknownBlock item={item} issue={issues[at]} />
            )}
          </ItemCard>
        );
      })}
    </ItemsFrame>
  );
}
