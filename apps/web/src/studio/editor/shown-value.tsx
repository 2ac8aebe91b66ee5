import type { FieldDescription } from "@letterpress/client";
import { useQuery } from "@tanstack/react-query";
import { assetQuery, entryChoicesQuery } from "../connection/queries.ts";
import { changedPart } from "./changed-part.ts";
import { isBlank } from "./changes.ts";

interface ShownValueProps {
  title: string;
  field: FieldDescription;
  value: unknown;
  /** What it is compared with. */
  other: unknown;
}

/** A field's value to look at. */
export function ShownValue({ title, field, value, other }: ShownValueProps) {
  return (
    <div className="min-w-0 px-3 py-2">
      <h4 className="mb-1 text-sm font-medium text-muted">{title}</h4>
      <div className="max-h-64 overflow-y-auto break-words whitespace-pre-wrap">
        {field.kind === "boolean" ? (
          value === true ? (
            "Yes"
          ) : (
            "No"
          )
        ) : isBlank(value) ? (
          <span className="text-muted italic">Empty</span>
        ) : field.kind === "image" ? (
          <ShownImage id={String(value)} />
        ) : field.to !== undefined ? (
          <ShownTitles type={field.to} ids={[value].flat().map(String)} />
        ) : (
          changedPart(String(value), typeof other === "string" ? other : "")
        )}
      </div>
    </div>
  );
}

function ShownImage({ id }: { id: string }) {
  const { data: asset } = useQuery(assetQuery(id));
  return asset ? <img src={asset.url} alt={asset.alt} className="max-h-40 rounded" /> : null;
}

function ShownTitles({ type, ids }: { type: string; ids: string[] }) {
  const { data: choices } = useQuery(entryChoicesQuery(type, { ids, limit: 100 }));
  const titles = new Map(choices?.map((entry) => [entry.id, entry.title || "Untitled"]));
  return ids.map((id) => titles.get(id) ?? "…").join(", ");
}
