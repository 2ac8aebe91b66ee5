const day = 24 * 60 * 60 * 1000;

/** How long something can still be restored. */
export function daysLeft(purgeAt: Date, now: Date): string {
  const left = (purgeAt.getTime() - now.getTime()) / day;
  if (left <= 0) return "goes for good any moment";
  if (left < 1) return "goes for good today";
  const days = Math.round(left);
  return `${days} ${days === 1 ? "day" : "days"} left`;
}
