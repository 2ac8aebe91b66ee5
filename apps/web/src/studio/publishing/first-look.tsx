import type { PublishPlan, TypeDescription } from "@letterpress/client";
import type { FieldValues } from "../connection/entries-of.ts";
import { isRecord } from "../fields/widget.ts";

/** What readers see first of an entry: its picture, its title, a sentence, its address. */
export function FirstLook({
  type,
  plan,
  fields,
}: {
  type: TypeDescription;
  plan: PublishPlan;
  fields: FieldValues;
}) {
  const picture = pictureOf(type, fields);
  const summary = summaryOf(type, fields);
  return (
    <div className="flex gap-4 rounded-lg border border-line bg-canvas p-3">
      {picture && (
        <img src={picture} alt="" className="size-20 shrink-0 rounded object-cover max-sm:size-14" />
      )}
      <div className="min-w-0 flex-1">
        <p className="font-serif text-xl leading-snug font-medium">{textOf(fields[type.titleField])}</p>
        {summary && <p className="mt-0.5 line-clamp-2 text-muted">{summary}</p>}
        {plan.page.path !== null && (
          <p className="mt-1 text-sm break-all text-muted">
            {plan.page.path}
            {plan.page.isNew && " · a new page"}
          </p>
        )}
      </div>
    </div>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function summaryOf(type: TypeDescription, fields: FieldValues): string {
  const field = type.fields.find(({ name, kind, multiline }) => kind === "text" && multiline && fields[name]);
  if (field) return textOf(fields[field.name]);
  const body = type.fields.find(({ kind }) => kind === "markdown");
  const rendered = body && fields[body.name];
  return isRecord(rendered) ? textOf(rendered.text).slice(0, 200) : "";
}

function pictureOf(type: TypeDescription, fields: FieldValues): string | null {
  for (const { name, kind } of type.fields) {
    const value = fields[name];
    if (kind !== "image" || !isRecord(value)) continue;
    const smallest = Array.isArray(value.variants) ? value.variants[0] : undefined;
    return textOf(isRecord(smallest) ? smallest.url : value.url) || null;
  }
  return null;
}
