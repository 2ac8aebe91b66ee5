/**
 * The id of a field's control: what its label names, and where the focus goes when it is refused. `within` is the id
 * of the group that it is in.
 */
export function fieldId(name: string, within = "field"): string {
  return `${within}-${name}`;
}
