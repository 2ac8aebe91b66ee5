/** The list with one item moved by a place up (-1) or down (1); the same list where there is no such place. */
export function moveItem<T>(items: readonly T[], index: number, by: 1 | -1): T[] {
  const moved = [...items];
  const item = moved[index];
  const other = moved[index + by];
  if (item === undefined || other === undefined) return moved;
  moved[index] = other;
  moved[index + by] = item;
  return moved;
}
