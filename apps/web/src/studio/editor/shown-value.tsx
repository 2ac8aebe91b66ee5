import type { FieldDescription } from "@letterpress/client";
import { fitsKind } from "../fields/fits-kind.ts";
import { isBlank } from "../fields/same-value.ts";
import { optionLabel, plainText, valueText } from "../fields/value-text.ts";
import { asItems, isRecord } from "../fields/widget.ts";
import { ShownAsset } from "./shown-asset.tsx";
import { ShownTitles } from "./shown-titles.tsx";

interface ShownValueProps {
  field: FieldDescription;
  value: unknown;
}

/** A field's value to look at, at whatever depth. */
export function ShownValue({ field, value }: ShownValueProps) {
  if (field.kind !== "boolean" && (isBlank(value) || (Array.isArray(value) && value.length === 0)))
    return <span className="text-muted italic">Empty</span>;
  if (!fitsKind(field, value)) return plainText(value);
  const { item, fields, blocks } = field;
  if (fields && isRecord(value)) return <ShownFields fields={fields} values={value} />;
  if (item)
    return (
      <ol className="list-decimal pl-5">
        {asItems(value).map((one, index) => (
          <li key={index}>
            <ShownValue field={item} value={one} />
          </li>
        ))}
      </ol>
    );
  if (blocks)
    return (
      <ol className="list-decimal pl-5">
        {asItems(value).map((block, index) => (
          <li key={index}>
            <ShownBlock groups={blocks} block={block} />
          </li>
        ))}
      </ol>
    );
  switch (field.kind) {
    case "image":
    case "file":
      return <ShownAsset id={String(value)} />;
    case "reference":
    case "references":
      return <ShownTitles type={field.to ?? ""} ids={[value].flat().map(String)} />;
    case "boolean":
      return value === true ? "Yes" : "No";
    case "select":
      return optionLabel(String(value));
    case "text":
    case "markdown":
    case "json":
    case "custom":
      return plainText(value);
    default:
      return valueText(field, value);
  }
}

function ShownFields({
  fields,
  values,
}: {
  fields: readonly FieldDescription[];
  values: Record<string, unknown>;
}) {
  return (
    <dl className="flex flex-col gap-1">
      {fields
        .filter(({ name }) => !isBlank(values[name]))
        .map((field) => (
          <div key={field.name}>
            <dt className="text-sm font-semibold text-muted">{field.label}</dt>
            <dd className="pl-2">
              <ShownValue field={field} value={values[field.name]} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

function ShownBlock({ groups, block }: { groups: readonly FieldDescription[]; block: unknown }) {
  const group = isRecord(block) ? groups.find(({ name }) => name === block.type) : undefined;
  if (!group?.fields || !isRecord(block)) return plainText(block);
  return (
    <>
      <strong className="font-semibold">{group.label}</strong>
      <ShownFields fields={group.fields} values={block} />
    </>
  );
}
