/** The id of a field's control: what its label names, and where the focus goes when it is refused. */
export function fieldId(name: string): string {
  return `field-${name}`;
}
