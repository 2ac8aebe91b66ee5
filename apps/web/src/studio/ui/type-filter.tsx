import { useSuspenseQuery } from "@tanstack/react-query";
import { typesQuery } from "../connection/queries.ts";

interface TypeFilterProps {
  type: string | undefined;
  onChange: (type: string | undefined) => void;
}

/** Chooses one content type, or all. */
export function TypeFilter({ type, onChange }: TypeFilterProps) {
  const { data: types } = useSuspenseQuery(typesQuery);
  return (
    <select
      aria-label="Content type"
      value={type ?? ""}
      onChange={(event) => onChange(event.target.value || undefined)}
      className="field-box w-auto! pr-8!"
    >
      <option value="">All types</option>
      {types.map(({ name, pluralLabel }) => (
        <option key={name} value={name}>
          {pluralLabel}
        </option>
      ))}
    </select>
  );
}
