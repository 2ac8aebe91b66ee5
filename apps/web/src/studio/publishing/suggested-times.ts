/** Times that people mostly choose, in this browser's time zone. */
export function suggestedTimes(now: Date): { label: string; at: Date }[] {
  const at = (days: number, hour: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  return [
    { label: "In an hour", at: new Date(Math.ceil((now.getTime() + 3_600_000) / 60_000) * 60_000) },
    { label: "Tomorrow at 8:00", at: at(1, 8) },
    ...(untilMonday > 1 ? [{ label: "Monday at 8:00", at: at(untilMonday, 8) }] : []),
  ];
}
