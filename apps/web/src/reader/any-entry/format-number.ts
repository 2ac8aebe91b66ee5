/** A number as the publication's language writes it, without a separator in 2026: that may be a year. */
export function formatNumber(number: number, locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: "min2", maximumFractionDigits: 20 }).format(number);
}
