const formats = new Map<string, Intl.DateTimeFormat>();

/** A day as the publication's language writes it. Days are those of UTC, so that every node says the same. */
export function formatDate(date: Date, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
    formats.set(locale, format);
  }
  return format.format(date);
}
