const formats = new Map<string, Intl.DateTimeFormat>();

/** A day and time as the publication's language writes it, in UTC and saying so. */
export function formatMoment(at: Date, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      year: "numeric",
      month: "long",
      day: "numeric",
      hour: "numeric",
      minute: "2-digit",
      timeZone: "UTC",
      timeZoneName: "short",
    });
    formats.set(locale, format);
  }
  return format.format(at);
}
