import type { FieldDescription } from "@letterpress/client";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { newItem } from "./blank-value.ts";
import { fieldHelp } from "./field-help.ts";
import { useForm } from "./form-context.ts";
import { InlineItem } from "./inline-item.tsx";
import { ItemBody } from "./item-body.tsx";
import { ItemCard } from "./item-card.tsx";
import { itemName } from "./item-name.ts";
import { itemSummary } from "./item-summary.ts";
import { ItemsFrame } from "./items-frame.tsx";
import { needsCard } from "./needs-room.ts";
import { hasIssueInside } from "./place-issues.ts";
import { useFolding } from "./use-folding.ts";
import { useItems } from "./use-items.ts";
import type { WidgetProps } from "./widget.ts";

/** Any number of values of one kind, in an order that readers see. */
export function ListWidget(props: WidgetProps) {
  const { item } = props.field;
  return item && <Items {...props} itemField={item} />;
}

function Items({
  field,
  itemField,
  value,
  onChange,
  control,
  path,
}: WidgetProps & { itemField: FieldDescription }) {
  const { issues } = useForm();
  const name = itemName(field);
  const { items, add, listRef, announcement } = useItems({
    value,
    onChange,
    id: control.id,
    nameOf: () => name,
  });
  const folding = useFolding(
    items.map(({ key }) => key),
    path,
  );
  const isFull = field.max !== undefined && items.length >= field.max;
  const hasCards = needsCard(itemField);
  return (
    <ItemsFrame
      control={control}
      listRef={listRef}
      announcement={announcement}
      empty={`None yet. Each ${name.toLowerCase()} you add can be moved up and down later.`}
      count={items.length}
      max={field.max}
      {...(hasCards ? { folding } : { note: fieldHelp(itemField) })}
      adding={
        <Button id={control.id} disabled={isFull} onClick={() => add(newItem(itemField))}>
          <Icon name="plus" size={16} />
          Add {name.toLowerCase()}
        </Button>
      }
    >
      {items.map((item, index) =>
        hasCards ? (
          <ItemCard
            key={item.key}
            item={item}
            title={item.place.name}
            summary={itemSummary(itemField, item.value)}
            isRefused={hasIssueInside(issues, `${path}.${index}`)}
            isFolded={folding.isFolded(item.key)}
            onFold={() => folding.toggle(item.key)}
            isFull={isFull}
          >
            <ItemBody item={item} field={itemField} path={`${path}.${index}`} />
          </ItemCard>
        ) : (
          <InlineItem key={item.key} item={item} field={itemField} path={`${path}.${index}`} />
        ),
      )}
    </ItemsFrame>
  );
}
