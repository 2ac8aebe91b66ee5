const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** The size of a file as the publication's language writes it, such as "1.2 MB". `size` is in bytes. */
export function formatSize(size: number, locale: string): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, size)) / 3)));
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[step] ?? "byte",
    unitDisplay: "short",
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(size / 1000 ** step);
}
