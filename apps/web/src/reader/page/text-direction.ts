const rightToLeft = new Set(["Adlm", "Arab", "Aran", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"]);

/** Which way a language is written. */
export function textDirection(locale: string): "ltr" | "rtl" {
  const { script = "Latn" } = new Intl.Locale(locale).maximize();
  return rightToLeft.has(script) ? "rtl" : "ltr";
}
