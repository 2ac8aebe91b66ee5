import type { FieldDescription, TypeDescription } from "@letterpress/client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { typesQuery } from "../connection/queries.ts";

/** The type that a field's references point at. The server has checked that there is one. */
export function useTargetType(field: FieldDescription): TypeDescription {
  const { data: types } = useSuspenseQuery(typesQuery);
  const type = types.find(({ name }) => name === field.to);
  if (!type) throw new Error(`The field ${field.name} refers to a type that is not in the model.`);
  return type;
}
