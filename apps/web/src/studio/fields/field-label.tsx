import type { FieldDescription } from "@letterpress/client";

/** What has many controls has a name, but none that a click on it could lead to. */
const many: readonly FieldDescription["kind"][] = ["group", "list", "blocks", "multiSelect"];

/** Fields that are never asked for need not say so. */
const neverAsked: readonly FieldDescription["kind"][] = ["boolean", "slug", "list", "blocks", "multiSelect"];

/** The name of a field, which its control is labelled by. */
export function FieldLabel({ id, field }: { id: string; field: FieldDescription }) {
  const look = "text-sm font-semibold text-muted";
  const text = (
    <>
      {field.label}
      {!field.required && !neverAsked.includes(field.kind) && (
        <span className="ml-1 font-normal" aria-hidden="true">
          · optional
        </span>
      )}
    </>
  );
  return many.includes(field.kind) ? (
    <span id={`${id}-label`} className={look}>
      {text}
    </span>
  ) : (
    <label id={`${id}-label`} htmlFor={id} className={look}>
      {text}
    </label>
  );
}
