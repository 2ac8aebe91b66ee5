import type { FieldDescription } from "@letterpress/client";
import { valueText } from "./value-text.ts";

/** What is worth knowing before a field is filled in: what its type says of it, its limits, what it is when left empty. */
export function fieldHelp(field: FieldDescription): string {
  return [field.help ?? "", limits(field), defaultHint(field)].filter((text) => text !== "").join(" ");
}

function limits({ kind, min, max, integer, widget }: FieldDescription): string {
  if (kind === "number" || (kind === "custom" && widget === "number")) {
    const range =
      min !== undefined && max !== undefined
        ? `from ${min} to ${max}`
        : min !== undefined
          ? `of ${min} or more`
          : max !== undefined
            ? `of ${max} or less`
            : "";
    if (!integer && range === "") return "";
    return `${integer ? "A whole number" : "A number"}${range === "" ? "" : ` ${range}`}.`;
  }
  const isMany = kind === "list" || kind === "blocks" || kind === "references" || kind === "multiSelect";
  return isMany && min !== undefined && min > 0 ? `At least ${min}.` : "";
}

function defaultHint(field: FieldDescription): string {
  const { kind, defaultValue } = field;
  // A switch shows its default itself.
  if (kind === "boolean" || (kind === "custom" && field.widget === "boolean")) return "";
  const text = defaultValue === undefined ? "" : valueText(field, defaultValue).replace(/\s+/g, " ");
  if (text === "") return "";
  return `Left empty, publishing takes ${text.length > 80 ? `${text.slice(0, 79)}…` : text}.`;
}
