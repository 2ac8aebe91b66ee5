import type { FieldDescription } from "@letterpress/client";
import { fitsKind } from "./fits-kind.ts";
import { toLocalTime } from "./local-time.ts";
import { asItems, isRecord } from "./widget.ts";

/** A value in words, for hints and summaries; empty where it has none. Pictures, files and entries are counted. */
export function valueText(field: FieldDescription, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (!fitsKind(field, value)) return plainText(value);
  switch (field.kind) {
    case "boolean":
      return value === true ? "Yes" : "No";
    case "datetime":
      return toLocalTime(String(value)).replace("T", ", ");
    case "select":
      return optionLabel(String(value));
    case "multiSelect":
      return asItems(value)
        .map((one) => optionLabel(String(one)))
        .join(", ");
    case "image":
      return "1 picture";
    case "file":
      return "1 file";
    case "reference":
      return "1 entry";
    case "references":
      return count(asItems(value).length, "entry", "entries");
    case "blocks":
      return count(asItems(value).length, "block", "blocks");
    case "list": {
      const { item } = field;
      if (!item || item.fields || item.to !== undefined) return count(asItems(value).length, "item", "items");
      return asItems(value)
        .map((one) => valueText(item, one))
        .filter((text) => text !== "")
        .join(", ");
    }
    case "group":
      return (field.fields ?? [])
        .map((one) => [one.label, valueText(one, isRecord(value) ? value[one.name] : undefined)])
        .filter(([, text]) => text !== "")
        .map(([label, text]) => `${label}: ${text}`)
        .join(" · ");
    default:
      return plainText(value);
  }
}

/** Any value as it can be read, whatever it was meant to be. */
export function plainText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

export function optionLabel(option: string): string {
  return option.charAt(0).toUpperCase() + option.slice(1);
}

function count(length: number, one: string, many: string): string {
  if (length === 0) return "";
  return `${length} ${length === 1 ? one : many}`;
}
