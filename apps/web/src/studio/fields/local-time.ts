const two = (value: number) => String(value).padStart(2, "0");

/** A moment as a `datetime-local` box shows it, in this browser's time zone; empty where the text is no moment. */
export function toLocalTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return "";
  const day = `${String(time.getFullYear()).padStart(4, "0")}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  const milliseconds = time.getMilliseconds();
  // Seconds are shown where there are some: a moment must not change because somebody looked at it.
  const seconds =
    time.getSeconds() === 0 && milliseconds === 0
      ? ""
      : `:${two(time.getSeconds())}${milliseconds === 0 ? "" : `.${String(milliseconds).padStart(3, "0")}`}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}${seconds}`;
}

/** The moment in UTC that a `datetime-local` box says; null while it is unfinished. */
export function fromLocalTime(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** This browser's time zone, and how far it is from UTC at a moment: `Europe/Berlin, GMT+2`. */
export function zoneAt(time: Date): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const offset = new Intl.DateTimeFormat("en-GB", { timeZoneName: "shortOffset" })
    .formatToParts(time)
    .find(({ type }) => type === "timeZoneName")?.value;
  return offset === undefined || offset === timeZone ? timeZone : `${timeZone}, ${offset}`;
}
