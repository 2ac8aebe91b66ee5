import type { ReleaseItem } from "../connection/desk.ts";

const counted = (count: number) => (count === 1 ? "1 entry" : `${count} entries`);

/** What readers will notice of a release. */
export function whatWillHappen(items: readonly Pick<ReleaseItem, "action">[]): string {
  const published = items.filter(({ action }) => action === "publish").length;
  const gone = items.length - published;
  if (gone === 0) return `Readers see ${counted(published)} as saved in it.`;
  if (published === 0) return `Readers do not see ${counted(gone)} any more.`;
  return `Readers see ${counted(published)} as saved in it, and do not see ${counted(gone)} any more.`;
}
