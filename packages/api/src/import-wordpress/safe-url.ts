/** The address, if following it can only lead somewhere and not run something; else undefined. */
export function safeUrl(url: unknown): string | undefined {
  if (typeof url !== "string") return undefined;
  // Browsers drop these before they look at the scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
  const cleaned = url.trim().replace(/[\u0000-\u001F\u007F]/g, "");
  const scheme = /^([^:/?#]*):/.exec(cleaned)?.[1]?.toLowerCase();
  if (scheme !== undefined && !["http", "https", "mailto", "tel"].includes(scheme)) return undefined;
  return cleaned === "" ? undefined : cleaned;
}
