const day = 24 * 60 * 60 * 1000;
const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** A moment in this browser's time zone, as short as it is clear: "today 08:00", "Fri 08:00", "12 Dec 2027, 08:00". */
export function momentText(moment: Date, now: Date): string {
  const clock = moment.toLocaleTimeString("en-GB", time);
  const days = Math.round((startOfDay(moment) - startOfDay(now)) / day);
  if (days === 0) return `today ${clock}`;
  if (days === 1) return `tomorrow ${clock}`;
  if (days === -1) return `yesterday ${clock}`;
  if (days > 1 && days < 7) return `${moment.toLocaleDateString("en-GB", { weekday: "short" })} ${clock}`;
  const isThisYear = moment.getFullYear() === now.getFullYear();
  const date = moment.toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
  });
  return `${date}, ${clock}`;
}

function startOfDay(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}
