/** Makes text safe between double quotes in HTML. Its `&…;` references stay references. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
