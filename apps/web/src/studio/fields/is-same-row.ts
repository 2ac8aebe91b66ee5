/**
 * Whether two sets of props draw the same row, so that a long form is not drawn anew with every key. `onChange` is not
 * looked at: an earlier one does the same, as whatever changes a part of a value asks for the value as it is by then
 * (see useLatest).
 */
export function isSameRow<Props extends { onChange: unknown }>(before: Props, after: Props): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Props>;
  names.delete("onChange");
  return [...names].every((name) => Object.is(before[name], after[name]));
}
