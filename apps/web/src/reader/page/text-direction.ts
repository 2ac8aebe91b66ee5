const rightToLeft = new Set(["Adlm", "Arab", "Aran", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"]);

const directions = new Map<string, "ltr" | "rtl">();

/** Which way a language is written. */
export function textDirection(locale: string): "ltr" | "rtl" {
  let direction = directions.get(locale);
  if (!direction) {
    const { script = "Latn" } = new Intl.Locale(locale).maximize();
    direction = rightToLeft.has(script) ? "rtl" : "ltr";
    directions.set(locale, direction);
  }
  return direction;
}
