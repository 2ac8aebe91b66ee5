/** Where an item lies on the screen, in pixels from the top. */
export interface Extent {
  top: number;
  bottom: number;
}

/** The place that a dragged item takes when it is let go at the height `y`, among items that lie one under the other. */
export function dropPlace(extents: readonly Extent[], from: number, y: number): number {
  const above = extents.filter(({ top, bottom }, index) => index !== from && (top + bottom) / 2 < y);
  return above.length;
}
